import { Reconciler } from "../../../lib/reconciler"
import { activityService } from "../module"
import { firstOrderIdSince } from "../../../lib/order-id"
import { listOrderVisitors } from "../order-visitor"

const LOOK_BACK_MS = 3 * 86_400_000
/** An order may still be taken back while it is being placed; Medusa holds its lock for two minutes at most. */
const SETTLED_AFTER_MS = 2 * 60_000
const PAGE = 500

/** Joins the visitors of the orders whose `order.placed` was lost. */
export const joinOrderVisitors: Reconciler = {
  name: "activity-join-order-visitors",
  everySeconds: 600,
  async run({ container, now }) {
    const activity = activityService(container)
    const until = firstOrderIdSince(new Date(now.getTime() - SETTLED_AFTER_MS))
    let after = firstOrderIdSince(new Date(now.getTime() - LOOK_BACK_MS))
    let joined = 0
    for (;;) {
      const orders = await listOrderVisitors(
        { id: { $gt: after, $lt: until } },
        PAGE,
        container
      )
      joined += await activity.linkVisitors(
        orders.flatMap(({ claim }) => claim ?? [])
      )
      const last = orders.at(-1)
      if (!last || orders.length < PAGE) {
        return { found: joined, repaired: joined }
      }
      after = last.order_id
    }
  },
}
