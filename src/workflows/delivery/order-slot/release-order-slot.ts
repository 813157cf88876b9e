import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../lib/actor"
import { recordAuditStep } from "../../audit/steps/record-audit"
import { publishTrackingStep } from "../steps/publish-tracking"
import { auditOfSlot } from "./audit"
import { refreshDraftPriceStep } from "./steps/draft-price"
import { releaseOrderPlaceStep } from "./steps/release-order-place"

export const releaseOrderSlotWorkflowId = "release-order-delivery-slot"

/**
 * Takes the slot from an order, which then waits on the home page for another
 * one; its tracking link says that the delivery is off.
 *
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export const releaseOrderSlotWorkflow = createWorkflow(
  releaseOrderSlotWorkflowId,
  (input: WorkflowData<{ order_id: string; actor: Actor }>) => {
    const ofOrder = transform({ input }, (data) => ({
      order_id: data.input.order_id,
    }))
    acquireLockStep({ key: input.order_id, timeout: 5, ttl: 30 })
    const released = releaseOrderPlaceStep(ofOrder)
    releaseLockStep({ key: input.order_id })
    refreshDraftPriceStep(ofOrder)
    recordAuditStep(
      transform(
        { input, released },
        ({ input: { order_id, actor }, released }) =>
          released
            ? [auditOfSlot("delivery.slot_released", order_id, released, actor)]
            : []
      )
    )
    publishTrackingStep(
      transform({ released }, (data) => ({
        booking_ids: data.released ? [data.released.booking_id] : [],
      }))
    )
    return new WorkflowResponse(released)
  }
)
