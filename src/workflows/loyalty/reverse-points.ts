import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { reversePointsStep } from "./steps/reverse-points"

export const reversePointsWorkflowId = "reverse-points"

/**
 * Brings the points of orders into step with what their customers keep. Runs
 * when an order is canceled, returned or edited, and again from the reconciler.
 * Answers how many points were taken back now, by order.
 */
export const reversePointsWorkflow = createWorkflow(
  reversePointsWorkflowId,
  (input: WorkflowData<{ order_ids: string[] }>) =>
    new WorkflowResponse(reversePointsStep(input))
)
