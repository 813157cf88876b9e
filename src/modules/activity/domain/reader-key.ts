/** What a key may be allowed to read. */
export const READER_SCOPES = [
  "events:read",
  "events:read:identified",
  "facts:read",
] as const

export type ReaderScope = (typeof READER_SCOPES)[number]

/** What every secret begins with, so that one that leaks is recognised. */
export const READER_SECRET_PREFIX = "csk_"

/** A key by which a system outside the shop reads the store. */
export type ReaderKey = {
  id: string
  name: string
  /** SHA-256 of the secret, in hex. The secret itself is not stored. */
  token_hash: string
  last_four: string
  scopes: ReaderScope[]
  /** Sources whose events may be read; null for all of them. */
  source_ids: string[] | null
  expires_at: Date | null
  revoked_at: Date | null
  /** To a few minutes: not every request is written down. */
  last_used_at: Date | null
  created_at: Date
  /** Id of the user who made it. */
  created_by: string
}

export type ReaderKeyState = "active" | "expired" | "revoked"

/** Whether a key opens anything now. */
export function readerKeyState(
  { revoked_at, expires_at }: Pick<ReaderKey, "revoked_at" | "expires_at">,
  now: Date
): ReaderKeyState {
  if (revoked_at) {
    return "revoked"
  }
  return expires_at && expires_at <= now ? "expired" : "active"
}

/**
 * The sources that a request reads: those it asks for, as far as the key goes.
 *
 * @returns null for all of them, `forbidden` when the key does not go so far
 */
export function readableSources(
  allowed: readonly string[] | null,
  asked: string | undefined
): readonly string[] | null | "forbidden" {
  if (asked === undefined) {
    return allowed
  }
  return allowed && !allowed.includes(asked) ? "forbidden" : [asked]
}

/** How often a key may be used: evenly, with room for a burst. */
export const READER_RATE = {
  /** Requests a minute in the long run. */
  perMinute: 600,
  /** Requests that may come at once. */
  burst: 60,
} as const

/** How exact `last_used_at` is, in seconds. */
export const LAST_USED_SECONDS = 300

/** Whether a use is to be written down: most are not. */
export function isUseToNote(last_used_at: Date | null, now: Date): boolean {
  return (
    !last_used_at ||
    now.getTime() - last_used_at.getTime() >= LAST_USED_SECONDS * 1_000
  )
}
