import { Reconciler } from "../../../lib/reconciler"
import { deliveryService } from "../module"

/** Gives back the places of carts that were left. */
export const expireHolds: Reconciler = {
  name: "delivery-expire-holds",
  everySeconds: 60,
  async run({ container, now }) {
    const released = await deliveryService(container).releaseExpiredHolds(now)
    return { found: released.length, repaired: released.length }
  },
}
