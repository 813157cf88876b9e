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
    window_id: model.text(),
    /** `YYYY-MM-DD` in the shop's zone. */
    date: model.text(),
    starts_at: model.dateTime(),
    ends_at: model.dateTime(),
    cutoff_at: model.dateTime(),
    capacity_orders: model.number(),
    reserved_orders: model.number().default(0),
    price: model.bigNumber().default(0),
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
      name: "CK_delivery_slot_capacity",
      expression: (columns) => `${columns.capacity_orders} >= 0`,
    },
  ])
  .indexes([
    { on: ["window_id", "date"], unique: true },
    { on: ["district_id", "starts_at"] },
    { on: ["date"] },
  ])
