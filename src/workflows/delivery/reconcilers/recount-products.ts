import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../../lib/current-options"
import { Reconciler } from "../../../lib/reconciler"
import {
  addDays,
  toLocalDate,
} from "../../../modules/delivery/domain/local-time"
import { deliveryService } from "../module"

/** Older days are history: nothing of them is sold any more. */
const LOOK_BACK_DAYS = 7

/**
 * Compares what each product's day says is sold with what its bookings have,
 * tells every difference and sets the day right.
 */
export const recountProducts: Reconciler = {
  name: "delivery-product-recount",
  everySeconds: 3600,
  async run({ container, now }) {
    const today = toLocalDate(now, getCurrentOptions().timeZone)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const found = await deliveryService(container).recountProductDays(
      addDays(today, -LOOK_BACK_DAYS),
      now
    )
    for (const { product_id, date, reserved, booked } of found) {
      logger.error(
        `Product ${product_id} counted ${reserved} pieces sold for ${date}, its bookings have ${booked}: set to ${booked}.`
      )
    }
    return { found: found.length, repaired: found.length }
  },
}
