import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getCurrentOptions } from "../../../lib/current-options"
import { encrypt } from "../../../lib/encryption"
import { hashToken, newToken } from "../../../lib/token"
import { deliveryService } from "../module"
import { TRACKING_CONTEXT } from "../tracking-link"

/**
 * Gives a cart's place to its order and makes the tracking link. Idempotent:
 * the second run finds nothing to do and answers null.
 */
export const bookPlaceStep = createStep(
  "book-place",
  async (input: { cart_id: string; order_id: string }, { container }) => {
    const delivery = deliveryService(container)
    const slot = await delivery.retrieveActiveSlot({ cart_id: input.cart_id })
    if (!slot) {
      return new StepResponse(null)
    }
    const { encryption, delivery: options } = getCurrentOptions()
    const token = newToken()
    const booking = await delivery.bookPlace({
      ...input,
      tracking: {
        hash: hashToken(token),
        encrypted: encrypt(token, encryption.keys, TRACKING_CONTEXT),
        expires_at: new Date(
          slot.ends_at.getTime() + options.trackingDays * 86_400_000
        ),
      },
      now: new Date(),
    })
    return new StepResponse(
      booking ? { booking_id: booking.id, slot_id: slot.id } : null
    )
  }
)
