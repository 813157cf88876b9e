import { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { CartDeliveryFacts, retrieveCartFacts } from "./cart-facts"
import { buyerOf, priceOf } from "./goods"
import { deliveryService } from "./module"
import { retrieveOrderFacts } from "./order-facts"

/** What the provider's `calculatePrice` finds in its context. */
export type DeliveryPricingContext = {
  delivery_slot: { id: string; price: number } | null
}

/**
 * The slot held for a cart or booked for an order and what it costs there, for
 * calculated prices. Handler of `setCalculatedShippingPricingContext`: Medusa
 * calls it in every workflow that calculates a shipping price, whose input names
 * either a cart or an order and nothing of the customer, so both are read by id.
 */
export async function setDeliveryPricingContext(
  { input }: { input: { cart_id?: string; order_id?: string } },
  { container }: { container: MedusaContainer }
): Promise<StepResponse<DeliveryPricingContext>> {
  const { cart_id, order_id = "" } = input
  const slot = await deliveryService(container).retrieveActiveSlot(
    cart_id ? { cart_id } : { order_id }
  )
  if (!slot) {
    return new StepResponse({ delivery_slot: null })
  }
  const facts: Pick<
    CartDeliveryFacts,
    "lines" | "customer_group_ids" | "currency_code"
  > = cart_id
    ? await retrieveCartFacts(cart_id, container)
    : await retrieveOrderFacts(order_id, container)
  return new StepResponse({
    delivery_slot: {
      id: slot.id,
      price: priceOf(slot, buyerOf(facts), facts.currency_code),
    },
  })
}
