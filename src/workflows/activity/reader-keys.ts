import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import {
  CreateReaderKeyData,
  createReaderKeyStep,
  revokeReaderKeyStep,
} from "./steps/reader-keys"

const resourceOf = (id: string) => ({ type: "reader_key", id })

export const createReaderKeyWorkflowId = "create-reader-key-workflow"

/**
 * Adds a key by which a system outside the shop reads what was collected. It is
 * given the hash of a secret, never the secret: see `issueReaderKey`.
 */
export const createReaderKeyWorkflow = createWorkflow(
  createReaderKeyWorkflowId,
  (input: { key: CreateReaderKeyData; actor: Actor }) => {
    const key = createReaderKeyStep(input.key)
    recordAuditStep(
      transform({ key, input }, ({ key, input }) => ({
        actor: input.actor,
        action: "reader_key.created",
        resource: resourceOf(key.id),
        details: {
          name: input.key.name,
          scopes: input.key.scopes,
          source_ids: input.key.source_ids,
          expires_at: input.key.expires_at,
        },
      }))
    )
    return new WorkflowResponse(key)
  }
)

export const revokeReaderKeyWorkflowId = "revoke-reader-key-workflow"

/**
 * Takes a key back; its next request is refused.
 *
 * @throws MedusaError NOT_ALLOWED when it was revoked before
 */
export const revokeReaderKeyWorkflow = createWorkflow(
  revokeReaderKeyWorkflowId,
  (input: { id: string; name: string; actor: Actor }) => {
    const key = revokeReaderKeyStep(
      transform({ input }, (data) => ({ id: data.input.id }))
    )
    recordAuditStep(
      transform({ input }, ({ input }) => ({
        actor: input.actor,
        action: "reader_key.revoked",
        resource: resourceOf(input.id),
        details: { name: input.name },
      }))
    )
    return new WorkflowResponse(key)
  }
)
