import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getCurrentOptions } from "../../../lib/current-options"
import { SLOT_NOT_OF_ADDRESS } from "../../../modules/delivery/domain/refusals"
import { cartDeliveryFacts } from "../cart-facts"
import { deliveryService } from "../module"

type HoldSlotInput = { cart: unknown; slot_id: string }

/**
 * Keeps a place in a slot of the cart's own district, for as long as the
 * options say. Undone, the cart has the slot it had before.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
 */
export const holdSlotStep = createStep(
  "hold-slot",
  async ({ cart, slot_id }: HoldSlotInput, { container }) => {
    const delivery = deliveryService(container)
    const { cart_id, address } = cartDeliveryFacts(cart)
    const now = new Date()
    const [slot] = await delivery.listDeliverySlots(
      { id: slot_id },
      { take: 1, select: ["id", "district_id"] }
    )
    if (!slot) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Delivery slot ${slot_id} does not exist. List the cart's slots and choose one of them.`
      )
    }
    const district = address ? await delivery.resolveDistrict(address) : null
    if (district?.id !== slot.district_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Delivery slot ${slot_id} is not for the address of cart ${cart_id}. List the cart's slots and choose one of them.`,
        SLOT_NOT_OF_ADDRESS
      )
    }
    const before = await delivery.retrieveActiveSlot({ cart_id })
    const hold = await delivery.holdPlace({
      cart_id,
      slot_id,
      expires_at: holdExpiry(now),
      now,
    })
    return new StepResponse(hold, { cart_id, slot_id, before: before?.id })
  },
  async (held, { container }) => {
    if (!held || held.before === held.slot_id) {
      return
    }
    const delivery = deliveryService(container)
    const now = new Date()
    if (held.before) {
      await delivery.holdPlace({
        cart_id: held.cart_id,
        slot_id: held.before,
        expires_at: holdExpiry(now),
        now,
      })
    } else {
      await delivery.releasePlaces({
        by: "cart_id",
        ids: [held.cart_id],
        reason: "failed",
        now,
      })
    }
  }
)

function holdExpiry(now: Date): Date {
  const { holdMinutes } = getCurrentOptions().delivery
  return new Date(now.getTime() + holdMinutes * 60_000)
}
