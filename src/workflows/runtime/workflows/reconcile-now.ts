import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../lib/actor"
import { ReconcilerOutcome } from "../../../lib/reconciler"
import { AuditInput, recordAuditStep } from "../../audit"
import { runReconcilersStep } from "../steps/run-reconcilers"

export type ReconcileNowInput = {
  /** Leave it out to run all. */
  name?: string
  actor: Actor
}

export const reconcileNowWorkflowId = "reconcile-now"

/**
 * Runs the reconcilers at once, for the owner who does not want to wait for
 * the job, and accounts for it.
 *
 * @throws MedusaError NOT_FOUND when no reconciler bears the name
 */
export const reconcileNowWorkflow = createWorkflow(
  reconcileNowWorkflowId,
  (input: WorkflowData<ReconcileNowInput>) => {
    const outcomes = runReconcilersStep({ name: input.name })
    recordAuditStep(
      transform({ outcomes, actor: input.actor }, prepareReconcileAudit)
    )
    return new WorkflowResponse(outcomes)
  }
)

export function prepareReconcileAudit({
  outcomes,
  actor,
}: {
  outcomes: ReconcilerOutcome[]
  actor: Actor
}): AuditInput[] {
  return outcomes.map(({ name, status, found, repaired }) => ({
    actor,
    action: "reconciler.run",
    resource: { type: "reconciler", id: name },
    details: { status, found, repaired },
  }))
}
