import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import {
  SLOT_NOT_OF_ADDRESS,
  SLOT_PRICE_CHANGED,
  SLOT_REQUIRED,
} from "../../modules/delivery/domain/refusals"
import { CompletionCheck } from "../hooks/compose-checks"
import { CartDeliveryFacts, cartDeliveryFacts } from "./cart-facts"
import { deliveryService } from "./module"

const CHECK_ID = "delivery-slot"

/**
 * Turns the cart's held place into a committed one, or refuses the order with a
 * reason before money moves. Carts without district delivery pass untouched.
 *
 * Runs again when a completion is retried: a place that is committed or booked
 * already is left as it is.
 */
export const deliverySlotCheck: CompletionCheck = {
  id: CHECK_ID,

  async check({ cart }, container) {
    const facts = cartDeliveryFacts(cart)
    if (!facts.method || (await hasOrder(facts.cart_id, container))) {
      return null
    }
    const delivery = deliveryService(container)
    const slot = await delivery.retrieveActiveSlot({ cart_id: facts.cart_id })
    if (!slot) {
      throw refuse(
        SLOT_REQUIRED,
        `Cart ${facts.cart_id} has no delivery slot, or its hold ran out. Choose a slot and complete the cart again.`
      )
    }
    await assertOfAddress(facts, slot.district_id, container)
    assertPrice(facts, slot)
    await delivery.commitPlace(facts.cart_id, new Date())
    return { cart_id: facts.cart_id }
  },

  async undo({ cart_id }, container) {
    const now = new Date()
    const minutes = getCurrentOptions().delivery.holdMinutes
    await deliveryService(container).uncommitPlace(
      cart_id,
      new Date(now.getTime() + minutes * 60_000),
      now
    )
  },
}

/** The hook runs again on a retry after the order exists. */
export async function hasOrder(
  cartId: string,
  container: MedusaContainer
): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: cartId },
  })
  return data.length > 0
}

async function assertOfAddress(
  { cart_id, address }: CartDeliveryFacts,
  districtId: string,
  container: MedusaContainer
): Promise<void> {
  const district = address
    ? await deliveryService(container).resolveDistrict(address)
    : null
  if (district?.id !== districtId) {
    throw refuse(
      SLOT_NOT_OF_ADDRESS,
      `The delivery slot of cart ${cart_id} is not for its address${district ? `, which is in ${district.name}` : ""}. Choose a slot for the new address.`
    )
  }
}

function assertPrice(
  { cart_id, method }: CartDeliveryFacts,
  slot: { id: string; price: number }
): void {
  const isOther = method?.slot_id && method.slot_id !== slot.id
  if (isOther || method?.amount !== slot.price) {
    throw refuse(
      SLOT_PRICE_CHANGED,
      `The shipping method of cart ${cart_id} was priced for another slot than ${slot.id}. Add the shipping method again and show the customer the new total.`
    )
  }
}

const refuse = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
