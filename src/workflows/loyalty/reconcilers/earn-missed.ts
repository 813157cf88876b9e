import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { firstOrderIdSince } from "../../../lib/order-id"
import { Reconciler } from "../../../lib/reconciler"
import { earnPointsWorkflow } from "../earn-points"
import { loyaltyService } from "../module"

const LOOK_BACK_MS = 7 * 86_400_000
/** An order may still be taken back while it is being placed; Medusa holds its lock for two minutes at most. */
const SETTLED_AFTER_MS = 2 * 60_000
const PAGE = 500
const BATCH = 100

/** Gives points to the orders whose `order.placed` was lost. */
export const earnMissed: Reconciler = {
  name: "loyalty-earn-missed",
  everySeconds: 120,
  async run({ container, now }) {
    const loyalty = loyaltyService(container)
    const { is_active, active_since } = await loyalty.retrieveProgram()
    if (!is_active || !active_since) {
      return { found: 0, repaired: 0 }
    }
    const since = Math.max(now.getTime() - LOOK_BACK_MS, active_since.getTime())
    const until = firstOrderIdSince(new Date(now.getTime() - SETTLED_AFTER_MS))
    let after = firstOrderIdSince(new Date(since))
    let earned = 0
    for (;;) {
      const orders = await readOrders({ after, until }, container)
      const missing = await loyalty.ordersWithoutEarning(
        orders.flatMap(({ id, customer }) => (customer?.has_account ? id : []))
      )
      for (let start = 0; start < missing.length; start += BATCH) {
        const { result } = await earnPointsWorkflow(container).run({
          input: { order_ids: missing.slice(start, start + BATCH) },
        })
        earned += result.length
      }
      const last = orders.at(-1)
      if (!last || orders.length < PAGE) {
        return { found: earned, repaired: earned }
      }
      after = last.id
    }
  },
}

const ordersSchema = z.array(
  z.object({
    id: z.string(),
    customer: z.object({ has_account: z.boolean() }).nullish(),
  })
)

/** By id, which begins with the time: the order table has no other index on it. */
async function readOrders(
  { after, until }: { after: string; until: string },
  container: MedusaContainer
): Promise<z.infer<typeof ordersSchema>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer.has_account"],
    filters: { id: { $gt: after, $lt: until } },
    pagination: { take: PAGE, skip: 0, order: { id: "ASC" } },
  })
  return ordersSchema.parse(data)
}
