import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { Reconciler } from "../../../lib/reconciler"
import type { OrderClaim } from "../../../modules/activity/queries/claims"
import { activityService } from "../module"

/** How far back the first run looks. */
const FIRST_MS = 86_400_000
/** Events are read by minutes of arrival, so that no statement reads them all. */
const STEP_MS = 5 * 60_000
/** Steps of a run; what is left waits for the next. */
const MAX_STEPS = 300
const ORDERS_AT_ONCE = 200

/**
 * Follows the stored events and joins the visitors of those that say who they
 * are: by a customer's id, should the process have ended before it was joined,
 * and by an order of ours, whose id only the buyer knows.
 */
export const joinVisitors: Reconciler = {
  name: "activity-join-visitors",
  everySeconds: 60,
  async run({ container }) {
    const activity = activityService(container)
    const horizon = await activity.safeHorizon()
    let from =
      (await activity.claimsFollowedUntil()) ??
      new Date(horizon.getTime() - FIRST_MS)
    let joined = 0
    for (let step = 0; step < MAX_STEPS && from < horizon; step++) {
      const to = new Date(Math.min(from.getTime() + STEP_MS, +horizon))
      joined += await activity.joinClaims({ from, to })
      const orders = await activity.listOrderClaims({ from, to })
      joined += await joinOrders(orders, container)
      await activity.setClaimsFollowedUntil(to)
      from = to
    }
    return { found: joined, repaired: joined }
  },
}

async function joinOrders(
  claims: readonly OrderClaim[],
  container: MedusaContainer
): Promise<number> {
  let joined = 0
  for (let start = 0; start < claims.length; start += ORDERS_AT_ONCE) {
    const chunk = claims.slice(start, start + ORDERS_AT_ONCE)
    const customers = await customersOf(
      chunk.map(({ order_id }) => order_id),
      container
    )
    joined += await activityService(container).linkVisitors(
      chunk.flatMap(({ anonymous_id, order_id, at }) => {
        const customer_id = customers.get(order_id)
        return customer_id ? [{ anonymous_id, customer_id, at }] : []
      })
    )
  }
  return joined
}

const ordersSchema = z.array(
  z.object({ id: z.string(), customer_id: z.string().nullish() })
)

async function customersOf(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer_id"],
    filters: { id: [...new Set(ids)] },
  })
  return new Map(
    ordersSchema
      .parse(data)
      .flatMap(({ id, customer_id }) =>
        customer_id ? [[id, customer_id] as const] : []
      )
  )
}
