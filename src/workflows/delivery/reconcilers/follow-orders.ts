import { Reconciler } from "../../../lib/reconciler"
import { cancelDeliveryWorkflow } from "../cancel-delivery"
import { markDeliveredWorkflow } from "../mark-delivered"
import { deliveryService } from "../module"
import { readOrderProgress } from "../order-progress"

const BATCH = 200
/** Bookings are compared with their orders from here back. */
const LOOK_BACK_MS = 7 * 86_400_000

/**
 * Brings bookings and their orders into step where an event was lost or a
 * process died in between: an order canceled or delivered in Medusa, a draft
 * deleted, or a booking marked delivered whose order was not.
 */
export const followOrders: Reconciler = {
  name: "delivery-follow-orders",
  everySeconds: 300,
  async run({ container, now }) {
    const delivery = deliveryService(container)
    const since = new Date(now.getTime() - LOOK_BACK_MS)
    let found = 0
    for (let skip = 0; ; skip += BATCH) {
      const bookings = await delivery.listDeliveryBookings(
        {
          status: ["booked", "delivered"],
          slot: { ends_at: { $gte: since } },
        },
        {
          select: ["id", "order_id", "status"],
          take: BATCH,
          skip,
          order: { id: "ASC" },
        }
      )
      const progress = await readOrderProgress(
        bookings.flatMap(({ order_id }) => order_id ?? []),
        container
      )
      for (const { id, order_id, status } of bookings) {
        const order = progress.get(order_id ?? "")
        // A draft with a slot that was deleted: Medusa tells nobody.
        const isGone = order === "canceled" || order === undefined
        if (isGone && status === "booked" && order_id) {
          found++
          await cancelDeliveryWorkflow(container).run({
            input: { order_ids: [order_id] },
          })
        } else if (
          (order === "delivered" && status === "booked") ||
          (order === "open" && status === "delivered")
        ) {
          found++
          await markDeliveredWorkflow(container).run({
            input: {
              booking_id: id,
              actor: { type: "system", id: "delivery-follow-orders" },
            },
          })
        }
      }
      if (bookings.length < BATCH) {
        return { found, repaired: found }
      }
    }
  },
}
