import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { publishTrackingStep } from "./steps/publish-tracking"
import { releasePlacesStep } from "./steps/release-places"

export const cancelDeliveryWorkflowId = "cancel-delivery"

/** Gives the places of canceled orders back and tells their trackers. */
export const cancelDeliveryWorkflow = createWorkflow(
  cancelDeliveryWorkflowId,
  (input: { order_ids: string[] }) => {
    const released = releasePlacesStep(
      transform({ input }, (data) => ({
        by: "order_id" as const,
        ids: data.input.order_ids,
        reason: "canceled" as const,
      }))
    )
    publishTrackingStep({ booking_ids: released })
    return new WorkflowResponse(released)
  }
)
