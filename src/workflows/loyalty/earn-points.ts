import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { earnPointsStep } from "./steps/earn-points"

export const earnPointsWorkflowId = "earn-points"

/**
 * Gives the customers of orders their points, once for each order: on
 * `order.placed`, and again from the reconciler that finds what a lost event
 * missed. Answers the ids of the orders that earned now.
 */
export const earnPointsWorkflow = createWorkflow(
  earnPointsWorkflowId,
  (input: WorkflowData<{ order_ids: string[] }>) =>
    new WorkflowResponse(earnPointsStep(input))
)
