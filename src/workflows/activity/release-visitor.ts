import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  ReleaseVisitorInput,
  releaseVisitorStep,
} from "./steps/release-visitor"

export const releaseVisitorWorkflowId = "release-visitor"

/** Ends a customer's turn at a browser, which may be a shared one. */
export const releaseVisitorWorkflow = createWorkflow(
  releaseVisitorWorkflowId,
  (input: ReleaseVisitorInput) =>
    new WorkflowResponse(releaseVisitorStep(input))
)
