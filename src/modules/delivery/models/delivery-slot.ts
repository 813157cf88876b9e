import { model } from "@medusajs/framework/utils"

import { DeliveryBooking } from "./delivery-booking"
import { DeliveryDistrict } from "./delivery-district"

/**
 * One window on one day. `reserved_orders` moves only together with a booking
 * and only by a conditional update, so that a place is never sold twice.
 */
export const DeliverySlot = model
  .define("delivery_slot", {
    id: model.id({ prefix: "dslot" }).primaryKey(),
    district: model.belongsTo(() => DeliveryDistrict, { mappedBy: "slots" }),
    /** The weekly window, or the exception of kind `extra`, that it is made from. */
    window_id: model.text(),
    /** `YYYY-MM-DD` in the shop's zone. */
    date: model.text(),
    starts_at: model.dateTime(),
    ends_at: model.dateTime(),
    cutoff_at: model.dateTime(),
    capacity_orders: model.number(),
    reserved_orders: model.number().default(0),
    /** Null for no limit; taken and given back with the places. */
    capacity_weight_grams: model.number().nullable(),
    reserved_weight_grams: model.number().default(0),
    capacity_minutes: model.number().nullable(),
    reserved_minutes: model.number().default(0),
    price: model.bigNumber().default(0),
    minimum_order: model.bigNumber().nullable(),
    free_over: model.bigNumber().nullable(),
    early_group_ids: model.array().default([]),
    /** From when everybody may book; null for as soon as it is made. */
    opens_at: model.dateTime().nullable(),
    /** False when its window or district was taken away: bookings stay, nothing new is sold. */
    is_open: model.boolean().default(true),
    bookings: model.hasMany(() => DeliveryBooking, { mappedBy: "slot" }),
  })
  .checks([
    {
      name: "CK_delivery_slot_reserved",
      expression: (columns) => `${columns.reserved_orders} >= 0`,
    },
    {
      name: "CK_delivery_slot_reserved_load",
      expression: (columns) =>
        `${columns.reserved_weight_grams} >= 0 and ${columns.reserved_minutes} >= 0`,
    },
    {
      name: "CK_delivery_slot_capacity",
      expression: (columns) => `${columns.capacity_orders} >= 0`,
    },
  ])
  .indexes([
    { on: ["window_id", "date"], unique: true },
    { on: ["district_id", "starts_at"] },
    { on: ["date"] },
  ])
