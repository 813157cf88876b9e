import { model } from "@medusajs/framework/utils"

import { DeliveryBooking } from "./delivery-booking"

/**
 * Pieces of a product that a booking takes of its day. Every product counts, so
 * that a capacity that is set later knows what was sold before.
 */
export const DeliveryBookingProduct = model
  .define("delivery_booking_product", {
    id: model.id({ prefix: "dbpr" }).primaryKey(),
    booking: model.belongsTo(() => DeliveryBooking, { mappedBy: "products" }),
    product_id: model.text(),
    /** The day of the slot when it was taken. */
    date: model.text(),
    quantity: model.number(),
  })
  .checks([
    {
      name: "CK_delivery_booking_product_quantity",
      expression: (columns) => `${columns.quantity} > 0`,
    },
  ])
  .indexes([{ on: ["booking_id", "product_id"], unique: true }])
