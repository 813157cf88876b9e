import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getCurrentOptions } from "../../../lib/current-options"
import { SLOT_NOT_OF_ADDRESS } from "../../../modules/delivery/domain/refusals"
import {
  offSaleRefusal,
  termsRefusal,
} from "../../../modules/delivery/domain/slot-offer"
import { CartDeliveryFacts, cartDeliveryFacts } from "../cart-facts"
import { buyerOf, demandIn } from "../goods"
import { deliveryService } from "../module"
import {
  assertProductsOfDay,
  namingProducts,
  orderDay,
} from "../product-refusal"
import { districtOfAddress } from "../resolve-district"

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
    const facts = cartDeliveryFacts(cart)
    const { cart_id } = facts
    const now = new Date()
    const slot = await delivery.retrieveSlot(slot_id)
    if (!slot) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Delivery slot ${slot_id} does not exist. List the cart's slots and choose one of them.`
      )
    }
    await assertOfAddress(facts, slot, container)
    const refusal =
      offSaleRefusal(slot, now) ?? termsRefusal(slot, buyerOf(facts), now)
    if (refusal) {
      throw refuse(refusal.code, refusal.message)
    }
    const demand = demandIn(slot, facts)
    await assertProductsOfDay(
      demand.products,
      slot.date,
      orderDay(now),
      container
    )
    const before = await delivery.retrieveActiveSlot({ cart_id })
    const hold = await namingProducts(
      () =>
        delivery.holdPlace({
          cart_id,
          slot_id,
          demand,
          expires_at: holdExpiry(now),
          now,
        }),
      container
    )
    return new StepResponse(hold, {
      cart_id,
      slot_id,
      before: before && {
        slot_id: before.id,
        demand: demandIn(before, facts),
      },
    })
  },
  async (held, { container }) => {
    if (!held || held.before?.slot_id === held.slot_id) {
      return
    }
    const delivery = deliveryService(container)
    const now = new Date()
    if (held.before) {
      await delivery.holdPlace({
        cart_id: held.cart_id,
        ...held.before,
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

async function assertOfAddress(
  { cart_id, address }: CartDeliveryFacts,
  slot: { id: string; district_id: string },
  container: MedusaContainer
): Promise<void> {
  const district = address ? await districtOfAddress(address, container) : null
  if (district?.id !== slot.district_id) {
    throw refuse(
      SLOT_NOT_OF_ADDRESS,
      `Delivery slot ${slot.id} is not for the address of cart ${cart_id}. List the cart's slots and choose one of them.`
    )
  }
}

const refuse = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)

function holdExpiry(now: Date): Date {
  const { holdMinutes } = getCurrentOptions().delivery
  return new Date(now.getTime() + holdMinutes * 60_000)
}
