import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { ProgramChanges } from "../../modules/loyalty_points/service"
import { AuditInput, recordAuditStep } from "../audit"
import { changeProgramStep } from "./steps/change-program"

export const updateLoyaltyProgramWorkflowId = "update-loyalty-program"

/**
 * Changes by which rules points are earned, and accounts for it.
 *
 * @throws MedusaError INVALID_DATA when points would expire before they can be spent
 */
export const updateLoyaltyProgramWorkflow = createWorkflow(
  updateLoyaltyProgramWorkflowId,
  (input: WorkflowData<{ changes: ProgramChanges; actor: Actor }>) => {
    const changed = changeProgramStep(input.changes)
    recordAuditStep(
      transform({ input, changed }, (data) =>
        prepareProgramAudit({
          changes: data.input.changes,
          before: data.changed.before,
          actor: data.input.actor,
        })
      )
    )
    return new WorkflowResponse(changed)
  }
)

/** Before and after of each rule that changed; nothing when none did. */
export function prepareProgramAudit({
  changes,
  before,
  actor,
}: {
  changes: ProgramChanges
  before: Required<ProgramChanges>
  actor: Actor
}): AuditInput[] {
  const names = Object.keys(changes) as (keyof ProgramChanges)[]
  const changed = names.filter((name) => before[name] !== changes[name])
  return changed.length
    ? [
        {
          actor,
          action: "loyalty_program.updated",
          resource: { type: "loyalty_program", id: "default" },
          details: Object.fromEntries(
            changed.map((name) => [
              name,
              { from: before[name], to: changes[name] },
            ])
          ),
        },
      ]
    : []
}
