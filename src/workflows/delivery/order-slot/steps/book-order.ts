import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getCurrentOptions } from "../../../../lib/current-options"
import { encrypt } from "../../../../lib/encryption"
import { hashToken, newToken } from "../../../../lib/token"
import { demandIn } from "../../goods"
import { deliveryService } from "../../module"
import { TRACKING_CONTEXT } from "../../tracking-link"
import { checkSlotOfOrder } from "./check-slot"

export type BookOrderInput = {
  order_id: string
  slot_id: string
  after_cutoff?: boolean
}

/**
 * Books a place for an order that had no cart and makes its tracking link.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
 */
export const bookOrderStep = createStep(
  "book-order",
  async (input: BookOrderInput, { container }) => {
    const now = new Date()
    const { order, slot } = await checkSlotOfOrder(
      { ...input, by: "shop" },
      now,
      container
    )
    const { encryption, delivery: options } = getCurrentOptions()
    const token = newToken()
    const { id } = await deliveryService(container).bookOrder({
      ...input,
      demand: demandIn(slot, order),
      tracking_days: options.trackingDays,
      tracking: {
        hash: hashToken(token),
        encrypted: encrypt(token, encryption.keys, TRACKING_CONTEXT),
      },
      now,
    })
    return new StepResponse({ booking_id: id, slot_id: slot.id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await deliveryService(container).releasePlaces({
        by: "id",
        ids: [id],
        reason: "failed",
        now: new Date(),
      })
    }
  }
)
