import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { Reconciler } from "../../../lib/reconciler"
import { cancelPosOrdersWorkflow } from "../cancel-order"
import { enqueueCancel } from "../enqueue-cancel"
import { posService } from "../module"

const BATCH = 200

/**
 * Finds orders that were canceled in Medusa but whose POS was not told: the
 * event was lost, or the process died before the message was stored.
 */
export const followCanceledPosOrders: Reconciler = {
  name: "pos-follow-cancellations",
  everySeconds: 300,
  async run({ container }) {
    const pos = posService(container)
    let found = 0
    for (let after = ""; ;) {
      const living = await pos.listLivingOrders({ after, limit: BATCH })
      const canceled = await canceledAmong(
        living.map(({ order_id }) => order_id),
        container
      )
      if (canceled.length) {
        found += canceled.length
        await cancelPosOrdersWorkflow(container).run({
          input: { order_ids: canceled },
        })
      }
      if (living.length < BATCH) {
        break
      }
      after = living[living.length - 1].id
    }
    // A message that exists is left alone.
    const requested = await pos.listPosOrders(
      { cancel_state: "requested", push_state: "sent", closed_at: null },
      { take: BATCH, select: ["id", "connection_id", "order_id"] }
    )
    await enqueueCancel(requested, container)
    return { found, repaired: found }
  },
}

async function canceledAmong(
  orderIds: string[],
  container: MedusaContainer
): Promise<string[]> {
  if (!orderIds.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { id: orderIds, canceled_at: { $ne: null } },
  })
  return data.map(({ id }: { id: string }) => id)
}
