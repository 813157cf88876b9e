import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { AuditInput, recordAuditStep } from "../audit/steps/record-audit"
import {
  acceptGroupingStep,
  dismissGroupingStep,
  makeGroupedMovesStep,
} from "./steps/groupings"

type OfGrouping = { id: string; actor: Actor }

const auditOf = (
  { id, actor }: OfGrouping,
  action: string,
  details: Record<string, unknown> = {}
): AuditInput => ({
  actor,
  action: `delivery_grouping.${action}`,
  resource: { type: "delivery_grouping", id },
  details,
})

export const acceptGroupingWorkflowId = "accept-delivery-grouping"

/**
 * Accepts a proposal and makes its moves. From the acceptance on the moves wait
 * in the proposal's row, so that being killed anywhere after leaves something
 * for the reconciler. A proposal that is accepted already is left alone.
 */
export const acceptGroupingWorkflow = createWorkflow(
  acceptGroupingWorkflowId,
  (input: OfGrouping & { booking_ids?: string[] }) => {
    const result = acceptGroupingStep(input)
    when("audit-acceptance", { result }, (data) => data.result.accepted).then(
      () => {
        recordAuditStep(
          transform({ input, result }, (data) =>
            auditOf(data.input, "accepted", { moves: data.result.moves })
          )
        )
        makeGroupedMovesStep(input)
      }
    )
    return new WorkflowResponse(result)
  }
)

export const dismissGroupingWorkflowId = "dismiss-delivery-grouping"

/** Puts a proposal aside. Done twice, it changes nothing. */
export const dismissGroupingWorkflow = createWorkflow(
  dismissGroupingWorkflowId,
  (input: OfGrouping) => {
    const result = dismissGroupingStep(input)
    when("audit-dismissal", { result }, (data) => data.result.dismissed).then(
      () => {
        recordAuditStep(
          transform({ input }, (data) => auditOf(data.input, "dismissed"))
        )
      }
    )
    return new WorkflowResponse(result)
  }
)
