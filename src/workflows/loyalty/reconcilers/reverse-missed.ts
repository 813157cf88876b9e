import { Reconciler } from "../../../lib/reconciler"
import { pointsToReverse } from "../../../modules/loyalty_points/domain/points"
import { EntryCursor } from "../../../modules/loyalty_points/queries/entries"
import { loyaltyService } from "../module"
import { readKept } from "../order-facts"
import { reversePointsWorkflow } from "../reverse-points"

const LOOK_BACK_MS = 60 * 86_400_000
const PAGE = 200

/**
 * Takes back the points of orders that were canceled, returned or edited while
 * the event was lost.
 */
export const reverseMissed: Reconciler = {
  name: "loyalty-reverse-missed",
  everySeconds: 3_600,
  async run({ container, now }) {
    const loyalty = loyaltyService(container)
    let found = 0
    let after: EntryCursor = {
      created_at: new Date(now.getTime() - LOOK_BACK_MS),
      id: "",
    }
    for (;;) {
      const earned = await loyalty.listEarnedOrders({ after, limit: PAGE })
      const orders = await readKept(
        earned.map(({ order_id }) => order_id),
        container
      )
      const order_ids = earned.flatMap(({ order_id, lines, reversed }) => {
        const kept = orders.get(order_id)
        return kept && pointsToReverse(lines, kept) > reversed ? [order_id] : []
      })
      if (order_ids.length) {
        const { result } = await reversePointsWorkflow(container).run({
          input: { order_ids },
        })
        found += Object.keys(result).length
      }
      const last = earned.at(-1)
      if (!last || earned.length < PAGE) {
        return { found, repaired: found }
      }
      after = last
    }
  },
}
