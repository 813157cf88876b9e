import { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import { OutboxData, UndeliverableError } from "../../../lib/outbox"
import type { PosOrderRow } from "../../../modules/pos/queries/orders"
import { posService } from "../module"

const payloadSchema = z.object({ pos_order_id: z.string() })

/**
 * The order a message is about, as it stands now.
 *
 * @throws UndeliverableError when it does not exist any more
 */
export async function orderOfMessage(
  payload: OutboxData,
  container: MedusaContainer
): Promise<PosOrderRow> {
  const parsed = payloadSchema.safeParse(payload)
  const order = parsed.success
    ? await posService(container).findOrder(parsed.data.pos_order_id)
    : undefined
  if (!order) {
    throw new UndeliverableError(
      "The POS order of this message does not exist any more"
    )
  }
  return order
}
