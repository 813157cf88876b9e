import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { LinkVisitorInput, linkVisitorStep } from "./steps/link-visitor"

export const linkVisitorWorkflowId = "link-visitor"

/**
 * Joins a browser's anonymous id to a customer. Only for callers who know that
 * it is so: what an event says about its sender is a claim that anybody can make.
 */
export const linkVisitorWorkflow = createWorkflow(
  linkVisitorWorkflowId,
  (input: LinkVisitorInput) => new WorkflowResponse(linkVisitorStep(input))
)
