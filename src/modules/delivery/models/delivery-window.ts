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
    /** Whole days between the cut-off's day and the delivery day. */
    lead_days: model.number().default(0),
    cutoff_time: model.text(),
    /** Major units of the cart's currency. */
    price: model.bigNumber().default(0),
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
