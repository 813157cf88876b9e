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
import { termsRefusal } from "../../modules/delivery/domain/slot-offer"
import {
  CartDeliveryFacts,
  cartDeliveryFacts,
  retrieveCartFacts,
} from "./cart-facts"
import { buyerOf, demandIn, priceOf } from "./goods"
import { deliveryService } from "./module"
import {
  assertProductsOfDay,
  namingProducts,
  orderDay,
} from "./product-refusal"
import { districtOfAddress } from "./resolve-district"

const CHECK_ID = "delivery-slot"

/**
 * Turns the cart's held place into a committed one, or refuses the order with a
 * reason before money moves. Carts without district delivery pass untouched.
 *
 * The goods and the customer are read anew: the cart that Medusa hands over has
 * no weights and no customer groups, and may have changed since the slot was
 * held. Runs again when a completion is retried: a place that is committed
 * already is only adjusted, one that is booked is left as it is.
 */
export const deliverySlotCheck: CompletionCheck = {
  id: CHECK_ID,

  async check({ cart }, container) {
    const { cart_id, method } = cartDeliveryFacts(cart)
    if (!method || (await hasOrder(cart_id, container))) {
      return null
    }
    const delivery = deliveryService(container)
    const slot = await delivery.retrieveActiveSlot({ cart_id })
    if (!slot) {
      throw refuse(
        SLOT_REQUIRED,
        `Cart ${cart_id} has no delivery slot, or its hold ran out. Choose a slot and complete the cart again.`
      )
    }
    const facts = await retrieveCartFacts(cart_id, container)
    const buyer = buyerOf(facts)
    const now = new Date()
    await assertOfAddress(facts, slot.district_id, container)
    const unmet = termsRefusal(slot, buyer, now)
    if (unmet) {
      throw refuse(unmet.code, unmet.message)
    }
    assertPrice(facts, slot.id, priceOf(slot, buyer, facts.currency_code))
    const demand = demandIn(slot, facts)
    await assertProductsOfDay(
      demand.products,
      slot.date,
      orderDay(now, getCurrentOptions().delivery.holdMinutes),
      container
    )
    await namingProducts(
      () => delivery.commitPlace({ cart_id, demand, now }),
      container
    )
    return { cart_id }
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
  const district = address ? await districtOfAddress(address, container) : null
  if (district?.id !== districtId) {
    throw refuse(
      SLOT_NOT_OF_ADDRESS,
      `The delivery slot of cart ${cart_id} is not for its address${district ? `, which is in ${district.name}` : ""}. Choose a slot for the new address.`
    )
  }
}

function assertPrice(
  { cart_id, method }: CartDeliveryFacts,
  slotId: string,
  price: number
): void {
  const isOther = method?.slot_id && method.slot_id !== slotId
  if (isOther || method?.amount !== price) {
    throw refuse(
      SLOT_PRICE_CHANGED,
      `The shipping method of cart ${cart_id} was priced for another slot or other goods: slot ${slotId} costs ${price} now. Add the shipping method again and show the customer the new total.`
    )
  }
}

const refuse = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
