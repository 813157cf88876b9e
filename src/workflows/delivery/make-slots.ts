import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { writeSlotsStep } from "./steps/write-slots"

export const makeSlotsWorkflowId = "make-delivery-slots"

/** Makes dated slots ahead; runs from the job and after every change of a window or district. */
export const makeSlotsWorkflow = createWorkflow(makeSlotsWorkflowId, () => {
  return new WorkflowResponse(writeSlotsStep({}))
})
