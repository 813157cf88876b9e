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

import { writeCartVisitorStep } from "./steps/write-cart-visitor"

export type UpdateCartVisitorInput = {
  cart_id: string
  /** Of the browser that the cart is filled in; null takes it away. */
  anonymous_id: string | null
}

export const updateCartVisitorWorkflowId = "update-cart-visitor"

/**
 * Notes which browser a cart is filled in, under Medusa's own lock of the cart.
 * Medusa copies it to the order, whose customer the visitor is then known to be.
 */
export const updateCartVisitorWorkflow = createWorkflow(
  updateCartVisitorWorkflowId,
  (input: UpdateCartVisitorInput) => {
    acquireLockStep({ key: input.cart_id, timeout: 5, ttl: 30 })
    const { data: cart } = useQueryGraphStep({
      entity: "cart",
      fields: ["id", "completed_at", "metadata"],
      filters: { id: input.cart_id },
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-cart-for-visitor" })
    writeCartVisitorStep(
      transform({ cart, input }, (data) => ({
        cart: data.cart,
        anonymous_id: data.input.anonymous_id,
      }))
    )
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(
      transform({ input }, (data) => data.input.cart_id)
    )
  }
)
