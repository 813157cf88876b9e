import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { Reconciler } from "../../../lib/reconciler"
import type { SlotCounts } from "../../../modules/delivery/queries/recount"
import { deliveryService } from "../module"

const PAGE = 2_000

/**
 * Compares what every slot counts with what its bookings have, once a night.
 *
 * A difference is a defect, since both change in one transaction. It is told in
 * the log with both sides, and the slot is set to its bookings, which are what
 * customers were promised: otherwise it would sell places twice, or none. The
 * System page shows how many there were.
 */
export const recountSlotCounters: Reconciler = {
  name: "delivery-recount",
  everySeconds: 86_400,
  async run({ container, now }) {
    const delivery = deliveryService(container)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    let found = 0
    let after: string | null = ""
    while (after !== null) {
      const page = await delivery.recountSlots({ after, limit: PAGE })
      for (const { slot_id, date, reserved, booked } of page.differences) {
        found++
        const repaired = await delivery.repairSlot(slot_id, now)
        logger.error(
          `Delivery slot ${slot_id} of ${date} counted ${inWords(reserved)}; its bookings have ${inWords(booked)}: ${
            repaired
              ? `set to ${inWords(repaired.booked)}`
              : "right again by itself"
          }.`
        )
      }
      after = page.last_id
    }
    return { found, repaired: found }
  },
}

const inWords = ({ orders, weight_grams, minutes }: SlotCounts): string =>
  `${orders} orders, ${weight_grams} g, ${minutes} minutes`
