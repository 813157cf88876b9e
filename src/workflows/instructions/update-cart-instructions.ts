import {
  acquireLockStep,
  releaseLockStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { CART_COMPLETED } from "../../modules/delivery/domain/refusals"
import type { UpdateInstructions } from "../../sdk/types"
import { INSTRUCTION_FIELDS } from "./instructions"
import { writeInstructionsStep } from "./steps/write-instructions"

export type UpdateCartInstructionsInput = {
  cart_id: string
  change: UpdateInstructions
}

export const updateCartInstructionsWorkflowId = "update-cart-instructions"

const CART_FIELDS = [...INSTRUCTION_FIELDS, "completed_at"]

const requireOpenCartStep = createStep(
  "require-open-cart",
  async ({ id, completed_at }: { id: string; completed_at?: unknown }) => {
    if (completed_at) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Cart ${id} has its order: its instructions can no longer be changed through the cart.`,
        CART_COMPLETED
      )
    }
  }
)

/**
 * Changes the instructions of a cart and its lines, under Medusa's own lock of
 * the cart: an order that is being placed takes either the old or the new ones.
 */
export const updateCartInstructionsWorkflow = createWorkflow(
  updateCartInstructionsWorkflowId,
  (input: UpdateCartInstructionsInput) => {
    acquireLockStep({ key: input.cart_id, timeout: 5, ttl: 30 })
    const { data: cart } = useQueryGraphStep({
      entity: "cart",
      fields: CART_FIELDS,
      filters: { id: input.cart_id },
      options: { throwIfKeyNotFound: true, isList: false },
    }).config({ name: "get-cart-for-instructions" })
    requireOpenCartStep(cart)
    writeInstructionsStep(
      transform({ cart, input }, (data) => ({
        cart: data.cart,
        change: data.input.change,
      }))
    )
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(
      transform({ input }, (data) => data.input.cart_id)
    )
  }
)
