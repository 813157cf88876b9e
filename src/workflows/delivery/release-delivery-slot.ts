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
import { refreshShippingPriceStep } from "./steps/refresh-shipping-price"
import { releaseHoldStep } from "./steps/release-hold"

export const releaseDeliverySlotWorkflowId = "release-delivery-slot"

/** Gives a cart's held place back and takes its price off the cart. */
export const releaseDeliverySlotWorkflow = createWorkflow(
  releaseDeliverySlotWorkflowId,
  (input: { cart_id: string }) => {
    acquireLockStep({ key: input.cart_id, timeout: 5, ttl: 30 })
    const { data: cart } = useQueryGraphStep({
      entity: "cart",
      fields: CART_DELIVERY_FIELDS,
      filters: { id: input.cart_id },
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-cart-for-release" })
    const released = releaseHoldStep(
      transform({ input }, (data) => ({ cart_id: data.input.cart_id }))
    )
    releaseLockStep({ key: input.cart_id })
    refreshShippingPriceStep({ cart })
    return new WorkflowResponse(released)
  }
)
