import { getCurrentOptions } from "../../../lib/current-options"
import { decrypt, encrypt } from "../../../lib/encryption"

/** Bound into the ciphertext: it does not decrypt in another place. */
const CONTEXT = "delivery_setting.geocoder.api_key"
const LAST = 4

/** A key as it is stored, and enough of it to recognise it by; of a short one, nothing. */
export function sealGeocoderKey(apiKey: string): {
  api_key: string
  api_key_last_four: string
} {
  const { keys } = getCurrentOptions().encryption
  return {
    api_key: encrypt(apiKey, keys, CONTEXT),
    api_key_last_four: apiKey.length >= 3 * LAST ? apiKey.slice(-LAST) : "",
  }
}

/** @throws MedusaError when the encryption key is not there any more */
export function openGeocoderKey(stored: string): string {
  return decrypt(stored, getCurrentOptions().encryption.keys, CONTEXT)
}
