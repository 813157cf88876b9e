import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  refreshDraftPriceOnFailureStep,
  refreshDraftPriceStep,
} from "./steps/draft-price"
import { moveBookingStep, MoveBookingInput } from "./steps/move-booking"
import { tellOfMovesWorkflow } from "./tell-of-moves"

export const moveOrderSlotWorkflowId = "move-order-delivery-slot"

/**
 * Moves the delivery of an order into another slot; its booking, tracking link
 * and calendar entry stay the same ones. Moved into the slot it has, nothing
 * happens.
 *
 * Takes Medusa's own lock on the order, so that a draft is not converted or
 * edited meanwhile.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
 */
export const moveOrderSlotWorkflow = createWorkflow(
  moveOrderSlotWorkflowId,
  (input: WorkflowData<MoveBookingInput>) => {
    const ofOrder = transform({ input }, (data) => ({
      order_id: data.input.order_id,
    }))
    acquireLockStep({ key: input.order_id, timeout: 5, ttl: 30 })
    refreshDraftPriceOnFailureStep(ofOrder)
    const moved = moveBookingStep(input)
    releaseLockStep({ key: input.order_id })
    refreshDraftPriceStep(ofOrder)
    tellOfMovesWorkflow.runAsStep({
      input: transform({ moved }, (data) => ({
        moves: data.moved ? [data.moved] : [],
      })),
    })
    return new WorkflowResponse(moved)
  }
)
