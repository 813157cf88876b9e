import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { recordAuditStep } from "../../audit/steps/record-audit"
import { enqueueOutboxStep } from "../../runtime/steps/enqueue-outbox"
import { publishTrackingStep } from "../steps/publish-tracking"
import { auditOfMove, ToldMove } from "./audit"
import { describeMovesStep } from "./steps/describe-moves"

export const tellOfMovesWorkflowId = "tell-of-delivery-moves"

/**
 * Tells whoever has to hear of changes of slot: the owner, the audit log, the
 * tracker. Each hears once however often this runs. The audit entry comes last
 * of what is stored: where it is missing, the rest may be.
 */
export const tellOfMovesWorkflow = createWorkflow(
  tellOfMovesWorkflowId,
  (input: WorkflowData<{ moves: ToldMove[] }>) => {
    enqueueOutboxStep(describeMovesStep(input))
    recordAuditStep(
      transform({ input }, (data) => data.input.moves.map(auditOfMove))
    )
    const told = publishTrackingStep(
      transform({ input }, (data) => ({
        booking_ids: data.input.moves.map(({ booking_id }) => booking_id),
      }))
    )
    return new WorkflowResponse(told)
  }
)
