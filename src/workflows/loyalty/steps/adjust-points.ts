import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../lib/actor"
import { getCurrentOptions } from "../../../lib/current-options"
import { expiryOf } from "../../../modules/loyalty_points/domain/expiry"
import { loyaltyService } from "../module"

export type AdjustPointsInput = {
  customer_id: string
  /** Signed, not zero. */
  points: number
  reason: string
  /** A request that is repeated with the same key counts once. */
  idempotency_key: string
  actor: Actor
}

/**
 * Gives or takes points by hand. Not undone: whoever repeats the request with
 * its key goes on where it stopped.
 *
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export const adjustPointsStep = createStep(
  "adjust-points",
  async (input: AdjustPointsInput, { container }) => {
    const loyalty = loyaltyService(container)
    const { expiry_months } = await loyalty.retrieveProgram()
    const now = new Date()
    const { adjustment } = await loyalty.adjust(
      {
        ...input,
        expires_at: expiryOf(now, expiry_months, getCurrentOptions().timeZone),
      },
      now
    )
    return new StepResponse({ id: adjustment.id, points: adjustment.points })
  }
)
