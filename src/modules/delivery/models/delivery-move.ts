import { model } from "@medusajs/framework/utils"

/**
 * A change of slot of an order: one row for each, numbered within the booking
 * and written in the transaction that moves the place. Who has to hear of it is
 * found from here.
 */
export const DeliveryMove = model
  .define("delivery_move", {
    id: model.id({ prefix: "dmov" }).primaryKey(),
    booking_id: model.text(),
    order_id: model.text(),
    /** 1 for the first change of a booking. */
    number: model.number(),
    from_slot_id: model.text(),
    to_slot_id: model.text(),
    actor_type: model.text(),
    actor_id: model.text(),
  })
  .indexes([
    { on: ["booking_id", "number"], unique: true },
    { on: ["created_at"] },
  ])
