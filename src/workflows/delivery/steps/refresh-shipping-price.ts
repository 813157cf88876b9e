import {
  refreshCartItemsWorkflow,
  refreshPaymentCollectionForCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { cartDeliveryFacts } from "../cart-facts"

/**
 * Prices the cart's district delivery again after its slot changed, with taxes,
 * promotions and payment collection. Does nothing while the cart has no
 * district delivery.
 */
export const refreshShippingPriceStep = createStep(
  "refresh-shipping-price",
  async ({ cart }: { cart: unknown }, { container }) => {
    const { cart_id, method } = cartDeliveryFacts(cart)
    if (method) {
      await refreshCartItemsWorkflow(container).run({
        input: { cart_id, force_refresh: true },
      })
      await refreshPaymentCollectionForCartWorkflow(container).run({
        input: { cart_id },
      })
    }
    return new StepResponse(undefined, cart_id)
  },
  async (cartId, { container }) => {
    if (cartId) {
      await refreshCartItemsWorkflow(container).run({
        input: { cart_id: cartId, force_refresh: true },
      })
    }
  }
)
