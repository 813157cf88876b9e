import { systemActor } from "../../../lib/actor"
import { Reconciler } from "../../../lib/reconciler"
import { makeGroupedMoves } from "../make-grouped-moves"
import { deliveryService } from "../module"

/** Whoever accepted it may still be at it. */
const AFTER_MS = 2 * 60_000
const BATCH = 20

/** Finishes accepted proposals whose process died before all their moves were made. */
export const finishGroupings: Reconciler = {
  name: "delivery-finish-groupings",
  everySeconds: 120,
  async run({ container, now }) {
    const unfinished = await deliveryService(container).listUnfinishedGroupings(
      new Date(now.getTime() - AFTER_MS),
      BATCH
    )
    let [found, repaired] = [0, 0]
    for (const { id } of unfinished) {
      const { moved, refused, waiting } = await makeGroupedMoves(
        id,
        systemActor("delivery-finish-groupings"),
        container
      )
      found += moved + refused + waiting
      repaired += moved + refused
    }
    return { found, repaired }
  },
}
