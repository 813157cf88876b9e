import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../lib/actor"
import { recordAuditStep } from "../../audit/steps/record-audit"
import { auditOfSlot } from "./audit"
import { bookOrderStep, BookOrderInput } from "./steps/book-order"
import {
  refreshDraftPriceOnFailureStep,
  refreshDraftPriceStep,
} from "./steps/draft-price"

export const chooseOrderSlotWorkflowId = "choose-order-delivery-slot"

/**
 * Books a slot for an order that came without a cart: a draft, an order by
 * phone, one whose hold was lost. A draft's delivery is priced by the slot.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
 */
export const chooseOrderSlotWorkflow = createWorkflow(
  chooseOrderSlotWorkflowId,
  (input: WorkflowData<BookOrderInput & { actor: Actor }>) => {
    const ofOrder = transform({ input }, (data) => ({
      order_id: data.input.order_id,
    }))
    acquireLockStep({ key: input.order_id, timeout: 5, ttl: 30 })
    refreshDraftPriceOnFailureStep(ofOrder)
    const booked = bookOrderStep(
      transform({ input }, ({ input: { actor: _, ...order } }) => order)
    )
    releaseLockStep({ key: input.order_id })
    refreshDraftPriceStep(ofOrder)
    recordAuditStep(
      transform({ input, booked }, (data) =>
        auditOfSlot(
          "delivery.slot_chosen",
          data.input.order_id,
          data.booked,
          data.input.actor
        )
      )
    )
    return new WorkflowResponse(booked)
  }
)
