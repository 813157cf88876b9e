import { Reconciler } from "../../../lib/reconciler"
import { loyaltyService } from "../module"

const BATCH = 1_000

/** Takes what is left of points whose time is over. */
export const expireLots: Reconciler = {
  name: "loyalty-expire-lots",
  everySeconds: 3_600,
  async run({ container, now }) {
    const loyalty = loyaltyService(container)
    let expired = 0
    for (;;) {
      const count = await loyalty.expireLots(BATCH, now)
      expired += count
      if (count === 0) {
        return { found: expired, repaired: expired }
      }
    }
  },
}
