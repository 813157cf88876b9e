import { MedusaError } from "@medusajs/framework/utils"

const VERSION = "v1"
const IV_BYTES = 12
const TAG_BYTES = 16

/** An encrypted value taken apart: `v1.<keyId>.<iv>.<tag>.<ciphertext>`, base64url. */
export type Ciphertext = {
  keyId: string
  iv: Buffer
  tag: Buffer
  data: Buffer
}

/** Writes the stored form of an encrypted value. */
export function formatCiphertext({ keyId, iv, tag, data }: Ciphertext): string {
  return [
    VERSION,
    keyId,
    ...[iv, tag, data].map((part) => part.toString("base64url")),
  ].join(".")
}

/**
 * Takes the stored form apart.
 *
 * Lengths are checked here because Node would accept a shorter authentication
 * tag, which is easier to forge.
 *
 * @param value - what `formatCiphertext` wrote
 * @param context - where the value is stored, named in the error
 * @throws MedusaError INVALID_DATA when the value has another form
 */
export function parseCiphertext(value: string, context: string): Ciphertext {
  const [version, keyId, ...encoded] = value.split(".")
  const [iv, tag, data] = encoded.map((part) => Buffer.from(part, "base64url"))

  if (
    version !== VERSION ||
    !keyId ||
    encoded.length !== 3 ||
    iv.length !== IV_BYTES ||
    tag.length !== TAG_BYTES ||
    formatCiphertext({ keyId, iv, tag, data }) !== value
  ) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The value stored in ${context} is not an encrypted value of Cornerstore (${VERSION}.<key id>.<iv>.<tag>.<ciphertext>): enter it again`
    )
  }
  return { keyId, iv, tag, data }
}
