import { MedusaContainer } from "@medusajs/framework/types"

import { hashToken, isToken, tokensEqual } from "../../lib/token"
import {
  READER_SECRET_PREFIX,
  ReaderKey,
  ReaderScope,
  readerKeyState,
} from "../../modules/activity/domain/reader-key"
import { activityService } from "./module"

/** Whether a secret opens what it is shown for. */
export type Admission =
  | { reader: ReaderKey }
  | { refused: "unknown" | "expired" | "revoked" | "scope" }
  /** Too many requests: come again in so many seconds. */
  | { refused: "rate"; wait: number }

/**
 * Finds the key of a secret and says whether it may read, and may do so now.
 *
 * @param secret - as the request shows it; null for none
 */
export async function admitReader(
  secret: string | null,
  scope: ReaderScope,
  container: MedusaContainer,
  now: Date = new Date()
): Promise<Admission> {
  if (!secret || !isReaderSecret(secret)) {
    return { refused: "unknown" }
  }
  const service = activityService(container)
  const hash = hashToken(secret)
  const reader = await service.findReaderKeyByHash(hash)
  if (!reader || !tokensEqual(reader.token_hash, hash)) {
    return { refused: "unknown" }
  }
  const state = readerKeyState(reader, now)
  if (state !== "active") {
    return { refused: state }
  }
  const wait = await service.takeReaderTurn(reader.id)
  if (wait > 0) {
    return { refused: "rate", wait }
  }
  if (!reader.scopes.includes(scope)) {
    return { refused: "scope" }
  }
  await service.touchReaderKey(reader, now)
  return { reader }
}

const isReaderSecret = (secret: string) =>
  secret.startsWith(READER_SECRET_PREFIX) &&
  isToken(secret.slice(READER_SECRET_PREFIX.length))
