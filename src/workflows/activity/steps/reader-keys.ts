import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { ReaderScope } from "../../../modules/activity/domain/reader-key"
import { activityService } from "../module"

export type CreateReaderKeyData = {
  name: string
  /** SHA-256 of the secret, in hex: what a workflow is given may be kept. */
  token_hash: string
  last_four: string
  scopes: ReaderScope[]
  source_ids: string[] | null
  /** ISO 8601. */
  expires_at: string | null
  created_by: string
}

/** Adds a key; undone, it was never there. */
export const createReaderKeyStep = createStep(
  "create-reader-key",
  async (input: CreateReaderKeyData, { container }) => {
    const id = generateEntityId(undefined, "rkey")
    await activityService(container).createReaderKey({
      ...input,
      id,
      expires_at: input.expires_at ? new Date(input.expires_at) : null,
    })
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await activityService(container).deleteReaderKey(id)
    }
  }
)

/**
 * Revokes a key; undone, it opens again.
 *
 * @throws MedusaError NOT_ALLOWED when it was revoked before
 */
export const revokeReaderKeyStep = createStep(
  "revoke-reader-key",
  async ({ id }: { id: string }, { container }) => {
    const is_revoked = await activityService(container).revokeReaderKey(id)
    if (!is_revoked) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Reader key ${id} is revoked already: reload the list`
      )
    }
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await activityService(container).restoreReaderKey(id)
    }
  }
)
