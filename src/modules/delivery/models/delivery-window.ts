import { model } from "@medusajs/framework/utils"

import { DeliveryDistrict } from "./delivery-district"

/** A weekly window: the rule from which dated slots are made. Times are the shop's wall time. */
export const DeliveryWindow = model
  .define("delivery_window", {
    id: model.id({ prefix: "dwin" }).primaryKey(),
    district: model.belongsTo(() => DeliveryDistrict, { mappedBy: "windows" }),
    /** ISO weekday, Monday is 1. */
    weekday: model.number(),
    /** `HH:MM`. */
    starts_at: model.text(),
    ends_at: model.text(),
    capacity_orders: model.number(),
    /** Of all orders together; null for no limit. */
    capacity_weight_grams: model.number().nullable(),
    /** Of all stops together, see the district's `stop_minutes`; null for no limit. */
    capacity_minutes: model.number().nullable(),
    /** Whole days between the cut-off's day and the delivery day. */
    lead_days: model.number().default(0),
    cutoff_time: model.text(),
    /** Major units of the cart's currency. */
    price: model.bigNumber().default(0),
    /** Least value of the goods for which is delivered; null for none. */
    minimum_order: model.bigNumber().nullable(),
    /** Value of the goods from which delivery is free; null for never. */
    free_over: model.bigNumber().nullable(),
    /** Customer groups that may book as soon as a slot is made. */
    early_group_ids: model.array().default([]),
    /** How many days ahead everybody else may book; null for as soon. */
    public_days: model.number().nullable(),
    is_active: model.boolean().default(true),
  })
  .checks([
    {
      name: "CK_delivery_window_weekday",
      expression: (columns) => `${columns.weekday} between 1 and 7`,
    },
    {
      name: "CK_delivery_window_capacity",
      expression: (columns) => `${columns.capacity_orders} >= 0`,
    },
    {
      name: "CK_delivery_window_lead",
      expression: (columns) => `${columns.lead_days} >= 0`,
    },
  ])
