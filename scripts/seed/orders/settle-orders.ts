import { MedusaContainer } from "@medusajs/framework/types"

import { bookDeliveryWorkflow } from "../../../src/workflows/delivery/book-delivery"
import { earnPointsWorkflow } from "../../../src/workflows/loyalty/earn-points"
import { registerPosOrderWorkflow } from "../../../src/workflows/pos/register-order"

/**
 * What follows an order in a running shop. The script's events end with the
 * script, so the workflows that `order.placed` starts are started here too;
 * each of them finds for itself what is done already. The outbox is sent once
 * the shop is open.
 */
export async function settleOrders(
  container: MedusaContainer,
  orders: readonly { order_id: string; cart_id: string }[]
): Promise<void> {
  for (const { order_id, cart_id } of orders) {
    await bookDeliveryWorkflow(container).run({ input: { order_id, cart_id } })
    await registerPosOrderWorkflow(container).run({ input: { order_id } })
  }
  await earnPointsWorkflow(container).run({
    input: { order_ids: orders.map(({ order_id }) => order_id) },
  })
}
