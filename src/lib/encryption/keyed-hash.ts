import { createHmac, hkdfSync } from "node:crypto"

import { MedusaError } from "@medusajs/framework/utils"

import type { EncryptionKey } from "./index"

const HASH_BYTES = 16

/**
 * Hashes something that can be guessed, such as an e-mail address, so that equal
 * ones can be found and nobody without the key can try them all.
 *
 * The last key is used: it stays when a new one is put first, so that hashes can
 * be compared until the last is taken away.
 *
 * @param value - what is hashed, any text
 * @param keys - the keys of the options
 * @param purpose - what the hash is for: those of two purposes cannot be compared
 * @returns 128 bits, base64url
 * @throws MedusaError INVALID_ARGUMENT without a key
 */
export function keyedHash(
  value: string,
  keys: readonly EncryptionKey[],
  purpose: string
): string {
  const key = keys.at(-1)
  if (!key) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "No encryption key to hash with: set CORNERSTORE_ENCRYPTION_KEYS"
    )
  }
  const derived = hkdfSync(
    "sha256",
    Buffer.from(key.key, "base64"),
    Buffer.alloc(0),
    `cornerstore:hash:${purpose}`,
    32
  )
  return createHmac("sha256", Buffer.from(derived))
    .update(value, "utf8")
    .digest()
    .subarray(0, HASH_BYTES)
    .toString("base64url")
}
