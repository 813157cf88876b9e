import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../lib/actor"
import { AuditInput, recordAuditStep } from "../../audit"
import { requeueOutboxMessageStep } from "../steps/requeue-outbox-message"

export type ReplayOutboxInput = { id: string; actor: Actor }

type Requeued = { id: string; kind: string; key: string; attempts: number }

export const replayOutboxWorkflowId = "replay-outbox"

/**
 * Sends a dead letter again. It keeps its idempotency key, and its handler
 * looks up first whether the other side has it.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when the message is not a dead letter
 */
export const replayOutboxWorkflow = createWorkflow(
  replayOutboxWorkflowId,
  (input: WorkflowData<ReplayOutboxInput>) => {
    const message = requeueOutboxMessageStep({ id: input.id })
    recordAuditStep(
      transform({ message, actor: input.actor }, prepareReplayAudit)
    )
    return new WorkflowResponse(message)
  }
)

/** The key is left out: it may come from another system's ids. */
export function prepareReplayAudit({
  message,
  actor,
}: {
  message: Requeued
  actor: Actor
}): AuditInput {
  return {
    actor,
    action: "outbox_message.replayed",
    resource: { type: "outbox_message", id: message.id },
    details: { kind: message.kind, attempts: message.attempts },
  }
}
