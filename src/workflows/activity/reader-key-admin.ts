import { MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType, MedusaError, Modules } from "@medusajs/framework/utils"

import { Actor } from "../../lib/actor"
import { hashToken, newToken } from "../../lib/token"
import {
  READER_SECRET_PREFIX,
  ReaderKey,
  readerKeyState,
  ReaderScope,
} from "../../modules/activity/domain/reader-key"
import type { AdminReaderKey } from "../../sdk/types"
import { activityService } from "./module"
import { createReaderKeyWorkflow } from "./reader-keys"

/** What the owner decides about a key. */
export type IssueReaderKey = {
  name: string
  scopes: ReaderScope[]
  source_ids: string[] | null
  expires_at: Date | null
}

/**
 * Makes a secret and a key for it. The secret is in the answer and nowhere else:
 * the workflow and the store know its hash.
 *
 * @throws MedusaError INVALID_DATA for a source that is no publishable API key
 */
export async function issueReaderKey(
  { expires_at, ...key }: IssueReaderKey,
  actor: Actor,
  container: MedusaContainer
): Promise<{ id: string; secret: string }> {
  await assertSources(key.source_ids, container)
  const secret = `${READER_SECRET_PREFIX}${newToken()}`
  const { result } = await createReaderKeyWorkflow(container).run({
    input: {
      key: {
        ...key,
        token_hash: hashToken(secret),
        last_four: secret.slice(-4),
        expires_at: expires_at?.toISOString() ?? null,
        created_by: actor.id,
      },
      actor,
    },
  })
  return { id: result.id, secret }
}

/** A page of keys as the dashboard reads them, newest first. */
export async function listReaderKeys(
  page: { q?: string; limit: number; offset: number },
  container: MedusaContainer
): Promise<{ reader_keys: AdminReaderKey[]; count: number }> {
  const { keys, count } = await activityService(container).listReaderKeys(page)
  const now = new Date()
  return { reader_keys: keys.map((key) => toAdminReaderKey(key, now)), count }
}

/** @throws MedusaError NOT_FOUND */
export async function retrieveReaderKey(
  id: string,
  container: MedusaContainer
): Promise<AdminReaderKey> {
  const key = await activityService(container).findReaderKey(id)
  if (!key) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no reader key ${id}`
    )
  }
  return toAdminReaderKey(key, new Date())
}

function toAdminReaderKey(key: ReaderKey, now: Date): AdminReaderKey {
  return {
    id: key.id,
    name: key.name,
    redacted: `${READER_SECRET_PREFIX}***${key.last_four}`,
    scopes: key.scopes,
    source_ids: key.source_ids,
    state: readerKeyState(key, now),
    expires_at: key.expires_at?.toISOString() ?? null,
    revoked_at: key.revoked_at?.toISOString() ?? null,
    last_used_at: key.last_used_at?.toISOString() ?? null,
    created_at: key.created_at.toISOString(),
    created_by: key.created_by,
  }
}

/** A source is a publishable API key; one that was revoked has events, too. */
async function assertSources(
  ids: readonly string[] | null,
  container: MedusaContainer
): Promise<void> {
  if (!ids) {
    return
  }
  const keys = await container
    .resolve(Modules.API_KEY)
    .listApiKeys(
      { id: [...ids], type: ApiKeyType.PUBLISHABLE },
      { select: ["id"], take: ids.length }
    )
  const known = new Set(keys.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `source_ids: there is no publishable API key ${unknown.join(", ")}`
    )
  }
}
