import { CurrentOptions } from "../../lib/current-options"
import { decrypt } from "../../lib/encryption"

/** Additional authenticated data of the encrypted token: it opens in this column only. */
export const TRACKING_CONTEXT = "delivery_booking.tracking_token"

/**
 * The tracking link of a booking.
 *
 * @param encrypted - the booking's `tracking_token`
 */
export function trackingLink(
  encrypted: string,
  options: CurrentOptions
): { tracking_token: string; tracking_url: string } {
  const token = decrypt(encrypted, options.encryption.keys, TRACKING_CONTEXT)
  return {
    tracking_token: token,
    tracking_url: `${options.backendUrl.replace(/\/$/, "")}/track/${token}`,
  }
}
