import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { Reconciler } from "../../../lib/reconciler"
import { bookDeliveryWorkflow } from "../book-delivery"
import { deliveryService } from "../module"

/** A completion may still be under way; Medusa holds its lock for two minutes at most. */
const ATTACH_AFTER_MS = 30_000
const RELEASE_AFTER_MS = 15 * 60_000
const BATCH = 200

/**
 * Finds places that a completed cart committed but whose `order.placed` was
 * lost: books those that have an order, gives back those that never got one.
 */
export const finishBookings: Reconciler = {
  name: "delivery-finish-bookings",
  everySeconds: 60,
  async run({ container, now }) {
    const delivery = deliveryService(container)
    const committed = await delivery.listDeliveryBookings(
      {
        status: "committed",
        committed_at: { $lt: new Date(now.getTime() - ATTACH_AFTER_MS) },
      },
      { take: BATCH, order: { committed_at: "ASC" } }
    )
    const orders = await ordersOfCarts(
      committed.flatMap(({ cart_id }) => cart_id ?? []),
      container
    )
    let found = 0
    for (const { id, cart_id, committed_at } of committed) {
      const order_id = orders.get(cart_id ?? "")
      if (order_id && cart_id) {
        found++
        await bookDeliveryWorkflow(container).run({
          input: { cart_id, order_id },
        })
      } else if (isOlder(committed_at, RELEASE_AFTER_MS, now)) {
        found++
        await delivery.releasePlaces({
          by: "id",
          ids: [id],
          reason: "failed",
          now,
        })
      }
    }
    return { found, repaired: found }
  },
}

const isOlder = (since: Date | string | null, ms: number, now: Date) =>
  since !== null && now.getTime() - new Date(since).getTime() > ms

const linksSchema = z.array(
  z.object({ cart_id: z.string(), order_id: z.string() })
)

async function ordersOfCarts(
  cartIds: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  if (!cartIds.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["cart_id", "order_id"],
    filters: { cart_id: cartIds },
  })
  return new Map(
    linksSchema.parse(data).map(({ cart_id, order_id }) => [cart_id, order_id])
  )
}
