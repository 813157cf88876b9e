import { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "./module"

/** What the provider's `calculatePrice` finds in its context. */
export type DeliveryPricingContext = {
  delivery_slot: { id: string; price: number } | null
}

/**
 * The slot held for a cart or booked for an order, for calculated prices.
 * Handler of `setCalculatedShippingPricingContext`: Medusa calls it in every
 * workflow that calculates a shipping price, whose input names either a cart or an order.
 */
export async function setDeliveryPricingContext(
  { input }: { input: { cart_id?: string; order_id?: string } },
  { container }: { container: MedusaContainer }
): Promise<StepResponse<DeliveryPricingContext>> {
  const { cart_id, order_id } = input
  const slot = await deliveryService(container).retrieveActiveSlot(
    cart_id ? { cart_id } : { order_id: order_id ?? "" }
  )
  return new StepResponse({
    delivery_slot: slot && { id: slot.id, price: slot.price },
  })
}
