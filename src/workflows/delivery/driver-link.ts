import { CurrentOptions, getCurrentOptions } from "../../lib/current-options"
import { decrypt, encrypt } from "../../lib/encryption"
import { hashToken, newToken } from "../../lib/token"
import type { LinkSecret } from "../../modules/delivery/queries/routes"

/** Additional authenticated data of the encrypted token: it opens in this column only. */
const LINK_CONTEXT = "delivery_route.link_token"
const HOUR_MS = 3_600_000

/**
 * Makes the secret of a driver's link.
 *
 * @param lastEnd - when the last slot of the route ends; now, if that is later
 */
export function newDriverLink(lastEnd: Date, now: Date): LinkSecret {
  const { encryption, delivery } = getCurrentOptions()
  const token = newToken()
  const from = Math.max(lastEnd.getTime(), now.getTime())
  return {
    hash: hashToken(token),
    encrypted: encrypt(token, encryption.keys, LINK_CONTEXT),
    expires_at: new Date(from + delivery.driverLinkHours * HOUR_MS),
  }
}

/** The address of a driver's page. */
export function driverUrl(encrypted: string, options: CurrentOptions): string {
  const token = decrypt(encrypted, options.encryption.keys, LINK_CONTEXT)
  return `${options.backendUrl.replace(/\/$/, "")}/driver/${token}`
}
