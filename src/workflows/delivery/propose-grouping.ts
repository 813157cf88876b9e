import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import { FindGroupingInput, findGroupingStep } from "./steps/find-grouping"
import { saveGroupingStep } from "./steps/groupings"

export type ProposeGroupingInput = FindGroupingInput & { actor: Actor }

export const proposeGroupingWorkflowId = "propose-delivery-grouping"

/**
 * Proposes to move deliveries of a range of days, so that districts are driven
 * together. Nothing moves before the owner accepts.
 *
 * @returns the proposal's id, or null and why there is none
 */
export const proposeGroupingWorkflow = createWorkflow(
  proposeGroupingWorkflowId,
  (input: ProposeGroupingInput) => {
    const found = findGroupingStep(
      transform({ input }, ({ input: { actor: _, ...range } }) => range)
    )
    const saved = when(
      "save-proposal",
      { found },
      (data) => data.found.proposal !== null
    ).then(() => {
      const grouping = saveGroupingStep(
        transform({ input, found }, ({ input: { from, to }, found }) => ({
          starts_on: from,
          ends_on: to,
          metres_before: found.proposal?.metres_before ?? 0,
          metres_after: found.proposal?.metres_after ?? 0,
          moves: found.proposal?.moves ?? [],
        }))
      )
      recordAuditStep(
        transform({ input, found, grouping }, (data) => ({
          actor: data.input.actor,
          action: "delivery_grouping.proposed",
          resource: { type: "delivery_grouping", id: data.grouping.id },
          details: {
            from: data.input.from,
            to: data.input.to,
            moves: data.found.proposal?.moves.length ?? 0,
            metres_before: data.found.proposal?.metres_before ?? 0,
            metres_after: data.found.proposal?.metres_after ?? 0,
          },
        }))
      )
      return grouping
    })
    return new WorkflowResponse(
      transform({ found, saved }, (data) => ({
        grouping_id: data.saved?.id ?? null,
        reason: data.found.reason,
      }))
    )
  }
)
