import { model } from "@medusajs/framework/utils"

import { DeliveryBooking } from "./delivery-booking"
import { DeliveryRoute } from "./delivery-route"

/** A booking's place in a route. `domain/route-status` holds the moves of its status. */
export const DeliveryStop = model
  .define("delivery_stop", {
    id: model.id({ prefix: "dstop" }).primaryKey(),
    route: model.belongsTo(() => DeliveryRoute, { mappedBy: "stops" }),
    booking: model.belongsTo(() => DeliveryBooking, { mappedBy: "stops" }),
    /** Stops are driven in this order; the numbers may have gaps. */
    sequence: model.number(),
    status: model
      .enum(["pending", "arrived", "delivered", "failed", "removed"])
      .default("pending"),
    lat: model.float().nullable(),
    lng: model.float().nullable(),
    /** Where the coordinates come from; `district` is its middle, an estimate. */
    position: model.enum(["address", "district", "none"]).default("none"),
    arrived_at: model.dateTime().nullable(),
    delivered_at: model.dateTime().nullable(),
    failed_at: model.dateTime().nullable(),
    removed_at: model.dateTime().nullable(),
    /** See `FAILURE_REASONS`. */
    failure_reason: model.text().nullable(),
    failure_note: model.text().nullable(),
    /** When nothing was left to do in Medusa for the money of this stop. */
    settled_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["route_id", "sequence"] },
    {
      name: "IDX_delivery_stop_living_booking",
      on: ["booking_id"],
      unique: true,
      where:
        "status IN ('pending', 'arrived', 'delivered') AND deleted_at IS NULL",
    },
    {
      name: "IDX_delivery_stop_unsettled",
      on: ["delivered_at"],
      where: "status = 'delivered' AND settled_at IS NULL",
    },
  ])
