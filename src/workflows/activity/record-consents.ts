import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  RecordConsentsInput,
  recordConsentsStep,
} from "./steps/record-consents"

export const recordConsentsWorkflowId = "record-consents"

/**
 * Keeps what a customer agrees to and refuses, each word of it: the ledger is
 * the proof. What she says about analytics holds at once, in every browser that
 * she uses. Returns what holds now.
 */
export const recordConsentsWorkflow = createWorkflow(
  recordConsentsWorkflowId,
  (input: RecordConsentsInput) =>
    new WorkflowResponse(recordConsentsStep(input))
)
