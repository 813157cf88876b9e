import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { recordAuditStep } from "../audit"
import { AdjustPointsInput, adjustPointsStep } from "./steps/adjust-points"

export const adjustPointsWorkflowId = "adjust-points"

/**
 * Gives or takes a customer's points by hand, and accounts for it. The reason
 * stays with the adjustment: the audit log cannot be erased.
 *
 * @throws MedusaError NOT_ALLOWED with code `points_insufficient` or `idempotency_key_reused`
 */
export const adjustPointsWorkflow = createWorkflow(
  adjustPointsWorkflowId,
  (input: WorkflowData<AdjustPointsInput>) => {
    const adjustment = adjustPointsStep(input)
    recordAuditStep(
      transform({ input, adjustment }, (data) => ({
        actor: data.input.actor,
        action: "loyalty_account.adjusted",
        resource: { type: "loyalty_account", id: data.input.customer_id },
        details: {
          adjustment_id: data.adjustment.id,
          points: data.adjustment.points,
        },
        key: `loyalty_account.adjusted:${data.adjustment.id}`,
      }))
    )
    return new WorkflowResponse(adjustment)
  }
)
