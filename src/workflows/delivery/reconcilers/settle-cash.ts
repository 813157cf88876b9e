import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { Reconciler } from "../../../lib/reconciler"
import { errorMessage } from "../error-message"
import { deliveryService } from "../module"
import { settleStop } from "../settle-stop"

const BATCH = 200
/** The driver's own call may still be at it. */
const AFTER_MS = 30_000

/**
 * Finds deliveries whose cash Medusa does not know of, because a process died
 * or Medusa refused, and captures it; finishes routes that have nothing left
 * to drive to. One order that cannot be settled does not keep the others
 * waiting: the log says which, and it is tried again.
 */
export const settleCash: Reconciler = {
  name: "delivery-settle-cash",
  everySeconds: 60,
  async run({ container, now }) {
    const delivery = deliveryService(container)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const stops = await delivery.listUnsettledStops(
      new Date(now.getTime() - AFTER_MS),
      BATCH
    )
    const finished = await delivery.finishDoneRoutes(now)
    let repaired = finished
    for (const { id, booking_id } of stops) {
      try {
        await settleStop(
          {
            stop_id: id,
            booking_id,
            actor: { type: "system", id: "delivery-settle-cash" },
          },
          container
        )
        repaired++
      } catch (error) {
        logger.error(
          `The cash of stop ${id} could not be captured: ${errorMessage(error)}`
        )
      }
    }
    return { found: stops.length + finished, repaired }
  },
}
