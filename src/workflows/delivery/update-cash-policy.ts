import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import type { CashPolicy } from "../../modules/delivery/domain/cash-limit"
import { AuditInput, recordAuditStep } from "../audit/steps/record-audit"
import { setCashPolicyStep } from "./steps/set-cash-policy"

export const updateCashPolicyWorkflowId = "update-cash-policy"

/** Sets how much may be paid in cash at the door, and accounts for it. */
export const updateCashPolicyWorkflow = createWorkflow(
  updateCashPolicyWorkflowId,
  (input: WorkflowData<{ policy: CashPolicy; actor: Actor }>) => {
    const changed = setCashPolicyStep(input.policy)
    recordAuditStep(
      transform({ input, changed }, (data) =>
        auditOf(data.input.actor, data.changed)
      )
    )
    return new WorkflowResponse(changed)
  }
)

/** Before and after of each value that changed; nothing when none did. */
function auditOf(
  actor: Actor,
  { before, after }: { before: CashPolicy; after: CashPolicy }
): AuditInput[] {
  const names = (Object.keys(after) as (keyof CashPolicy)[]).filter(
    (name) => before[name] !== after[name]
  )
  return names.length
    ? [
        {
          actor,
          action: "delivery_cash_policy.updated",
          resource: { type: "delivery_cash_policy", id: "default" },
          details: Object.fromEntries(
            names.map((name) => [name, { from: before[name], to: after[name] }])
          ),
        },
      ]
    : []
}
