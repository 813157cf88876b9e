import { CurrentOptions, getCurrentOptions } from "../../lib/current-options"
import { decrypt, encrypt } from "../../lib/encryption"
import { hashToken, newToken } from "../../lib/token"

/** Additional authenticated data of the encrypted token: it opens in this column only. */
const FEED_CONTEXT = "delivery_calendar_feed.token"

/** Makes the secret of a feed's link: what is stored of it. */
export function newFeedSecret(): { token_hash: string; token: string } {
  const token = newToken()
  return {
    token_hash: hashToken(token),
    token: encrypt(token, getCurrentOptions().encryption.keys, FEED_CONTEXT),
  }
}

/**
 * The address of a feed.
 *
 * @param encrypted - the feed's `token`
 */
export function feedUrl(encrypted: string, options: CurrentOptions): string {
  const token = decrypt(encrypted, options.encryption.keys, FEED_CONTEXT)
  return `${options.backendUrl.replace(/\/$/, "")}/calendar/${token}.ics`
}
