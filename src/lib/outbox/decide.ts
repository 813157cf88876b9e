import { ClaimedMessage, OutboxHandler, OutboxOutcome } from "./types"
import { UndeliverableError } from "./undeliverable-error"

const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 60 * 60_000
const MAX_ERROR_LENGTH = 1_000

/** Beyond the handler's own time: writing the outcome, a slow event loop. */
const LEASE_MARGIN_MS = 15_000

/**
 * How long to wait after a failed attempt: doubled each time up to an hour, of
 * which a random half is taken off, so that messages that failed together do
 * not come back together.
 *
 * @param attempts - attempts made so far, at least 1
 * @param random - number in [0, 1)
 * @returns milliseconds, between 2.5 seconds and an hour
 */
export function retryDelayMs(attempts: number, random: number): number {
  // Exponents beyond 32 would only overflow what the cap cuts anyway.
  const exponent = Math.min(Math.max(attempts, 1) - 1, 32)
  const delay = Math.min(FIRST_DELAY_MS * 2 ** exponent, LONGEST_DELAY_MS)
  return Math.round(delay * (1 - random / 2))
}

/**
 * How long a claim lasts. Long enough for a lookup and a send of the slowest
 * handler, so that only a sender that died loses its lease.
 *
 * @returns milliseconds
 */
export function leaseMs(handlers: Pick<OutboxHandler, "timeoutMs">[]): number {
  const slowest = Math.max(0, ...handlers.map(({ timeoutMs }) => timeoutMs))
  return 2 * slowest + LEASE_MARGIN_MS
}

/** The first attempt has nothing to look up; every other one may have arrived. */
export function mayHaveBeenSent(
  message: Pick<ClaimedMessage, "attempts" | "lastError">
): boolean {
  return message.attempts > 1 || message.lastError !== null
}

/** A message that keeps killing its sender must not be claimed for ever. */
export function isExhausted(
  message: Pick<ClaimedMessage, "attempts">,
  handler: Pick<OutboxHandler, "maxAttempts">
): boolean {
  return message.attempts > handler.maxAttempts
}

/** What becomes of a message whose attempt failed. */
export function decideAfterFailure({
  attempts,
  maxAttempts,
  error,
  now,
  random,
}: {
  attempts: number
  maxAttempts: number
  error: unknown
  now: Date
  random: number
}): Exclude<OutboxOutcome, { status: "sent" }> {
  const text = errorText(error)
  if (error instanceof UndeliverableError || attempts >= maxAttempts) {
    return { status: "failed", error: text }
  }
  const delay = retryDelayMs(attempts, random)
  return {
    status: "pending",
    nextAttemptAt: new Date(now.getTime() + delay),
    error: text,
  }
}

/** The message of whatever was thrown, at most 1000 characters. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return (text || "unknown error").slice(0, MAX_ERROR_LENGTH)
}
