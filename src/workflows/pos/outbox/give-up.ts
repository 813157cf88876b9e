import { MedusaContainer } from "@medusajs/framework/types"

import { UndeliverableError } from "../../../lib/outbox"
import type { Attention } from "../../../modules/pos/queries/follow"
import type { PosOrderRow } from "../../../modules/pos/queries/orders"
import { posService } from "../module"
import { tellOwner } from "../tell-owner"

/**
 * Hands an order to a person: the reason is kept with the order, the owner's
 * feed says so, and the message becomes a dead letter until somebody sends it
 * again.
 *
 * @param summary - the reason without what the vendor wrote: it is logged
 * @throws UndeliverableError always
 */
export async function handToPerson(
  container: MedusaContainer,
  order: Pick<PosOrderRow, "id" | "reference">,
  attention: Attention,
  summary: string
): Promise<never> {
  await posService(container).recordAttention(order.id, attention)
  await tellOwner(container, {
    key: `pos-order:${order.id}:${attention.code}`,
    title: `Order ${order.reference} needs you at the POS`,
    description: summary,
  })
  throw new UndeliverableError(summary)
}
