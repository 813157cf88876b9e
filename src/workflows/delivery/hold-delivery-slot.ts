import {
  acquireLockStep,
  releaseLockStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { CART_DELIVERY_FIELDS } from "./cart-facts"
import { holdSlotStep } from "./steps/hold-slot"
import { refreshShippingPriceStep } from "./steps/refresh-shipping-price"

export type HoldDeliverySlotInput = { cart_id: string; slot_id: string }

export const holdDeliverySlotWorkflowId = "hold-delivery-slot"

/**
 * Keeps a place in a delivery slot for a cart and prices its delivery.
 *
 * Takes Medusa's own lock on the cart, so that a completion and a change of
 * slot never run at once.
 */
export const holdDeliverySlotWorkflow = createWorkflow(
  holdDeliverySlotWorkflowId,
  (input: HoldDeliverySlotInput) => {
    acquireLockStep({ key: input.cart_id, timeout: 5, ttl: 30 })
    const { data: cart } = useQueryGraphStep({
      entity: "cart",
      fields: CART_DELIVERY_FIELDS,
      filters: { id: input.cart_id },
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-cart-for-hold" })
    const hold = holdSlotStep(
      transform({ cart, input }, (data) => ({
        cart: data.cart,
        slot_id: data.input.slot_id,
      }))
    )
    releaseLockStep({ key: input.cart_id })
    refreshShippingPriceStep({ cart })
    return new WorkflowResponse(hold)
  }
)
