import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "../module"

/**
 * Gives a cart's held place back; a place its order has is left alone. Not
 * undone: by then the place may be somebody else's.
 */
export const releaseHoldStep = createStep(
  "release-hold",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    const released = await deliveryService(container).releaseHold(
      cart_id,
      "changed",
      new Date()
    )
    return new StepResponse({ released: released.length > 0 })
  }
)
