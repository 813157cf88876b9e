import { model } from "@medusajs/framework/utils"

import { DeliveryBookingProduct } from "./delivery-booking-product"
import { DeliverySlot } from "./delivery-slot"
import { DeliveryStop } from "./delivery-stop"

/**
 * One place in a slot. The status says whose it is; `domain/booking-status`
 * holds the moves, the module's README the effects that cause them.
 */
export const DeliveryBooking = model
  .define("delivery_booking", {
    id: model.id({ prefix: "dbook" }).primaryKey(),
    slot: model.belongsTo(() => DeliverySlot, { mappedBy: "bookings" }),
    cart_id: model.text().nullable(),
    order_id: model.text().nullable(),
    status: model
      .enum(["held", "committed", "booked", "delivered", "released"])
      .default("held"),
    /** What the booking takes of the slot beside its place. */
    weight_grams: model.number().default(0),
    minutes: model.number().default(0),
    /** Only while held. */
    expires_at: model.dateTime().nullable(),
    committed_at: model.dateTime().nullable(),
    booked_at: model.dateTime().nullable(),
    delivered_at: model.dateTime().nullable(),
    released_at: model.dateTime().nullable(),
    /** `expired`, `changed`, `dropped`, `failed`, `canceled`. */
    release_reason: model.text().nullable(),
    /** SHA-256 of the tracking token: a leaked table opens no link. */
    tracking_token_hash: model.text().nullable(),
    /** The token encrypted, so that the shop can show the link again. */
    tracking_token: model.text().nullable(),
    tracking_expires_at: model.dateTime().nullable(),
    products: model.hasMany(() => DeliveryBookingProduct, {
      mappedBy: "booking",
    }),
    stops: model.hasMany(() => DeliveryStop, { mappedBy: "booking" }),
  })
  .indexes([
    {
      name: "IDX_delivery_booking_active_cart",
      on: ["cart_id"],
      unique: true,
      where:
        "status <> 'released' AND cart_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_delivery_booking_active_order",
      on: ["order_id"],
      unique: true,
      where:
        "status <> 'released' AND order_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      // Released ones too: what became of everything a customer ordered.
      name: "IDX_delivery_booking_order",
      on: ["order_id"],
      where: "order_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_delivery_booking_held_expires",
      on: ["expires_at"],
      where: "status = 'held'",
    },
    {
      name: "IDX_delivery_booking_committed",
      on: ["committed_at"],
      where: "status = 'committed'",
    },
    {
      name: "IDX_delivery_booking_tracking",
      on: ["tracking_token_hash"],
      unique: true,
      where: "tracking_token_hash IS NOT NULL",
    },
  ])
