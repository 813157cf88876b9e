import type { CurrentOptions } from "../../../src/lib/current-options"
import { encrypt } from "../../../src/lib/encryption"
import { hashToken, newToken } from "../../../src/lib/token"
import { TRACKING_CONTEXT } from "../../../src/workflows/delivery/tracking-link"

const DAY_MS = 86_400_000

/** A tracking link as the booking keeps it. */
export type TrackingSecret = {
  token_hash: string
  token: string
  token_expires_at: Date
}

/** The one thing of the history that is never the same: links are unguessable. */
export function trackingSecret(
  { encryption, delivery }: CurrentOptions,
  slotEnds: Date
): TrackingSecret {
  const token = newToken()
  return {
    token_hash: hashToken(token),
    token: encrypt(token, encryption.keys, TRACKING_CONTEXT),
    token_expires_at: new Date(
      slotEnds.getTime() + delivery.trackingDays * DAY_MS
    ),
  }
}
