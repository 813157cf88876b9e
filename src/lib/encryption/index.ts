import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"

import { MedusaError } from "@medusajs/framework/utils"

import { CornerstoreOptions } from "../../options"
import { formatCiphertext, parseCiphertext } from "./ciphertext"

const ALGORITHM = "aes-256-gcm"
const KEY_BYTES = 32
const IV_BYTES = 12

/** One key of `options.encryption.keys`: the first encrypts, all of them decrypt. */
export type EncryptionKey = NonNullable<
  CornerstoreOptions["encryption"]
>["keys"][number]

/**
 * Encrypts a secret for storage with AES-256-GCM and the first key.
 *
 * The context is authenticated but not stored: a value copied into another
 * column or table does not decrypt there.
 *
 * @param plaintext - the secret, any text
 * @param keys - the keys of the options, the first one encrypts
 * @param context - where the value is stored, e.g. `pos_connection.credentials`
 * @returns `v1.<keyId>.<iv>.<tag>.<ciphertext>`, base64url
 * @throws MedusaError INVALID_ARGUMENT without a key or context, or with a key of the wrong length
 */
export function encrypt(
  plaintext: string,
  keys: EncryptionKey[],
  context: string
): string {
  const key = currentKey(keys)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyBytes(key), iv)
  cipher.setAAD(contextBytes(context))
  const data = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()])
  return formatCiphertext({ keyId: key.id, iv, tag: cipher.getAuthTag(), data })
}

/**
 * Decrypts what `encrypt` wrote, with whichever of the keys wrote it.
 *
 * @param value - the stored value
 * @param keys - the keys of the options
 * @param context - the same context as at encryption
 * @throws MedusaError INVALID_DATA when the value has another form, INVALID_ARGUMENT
 *   when its key is not among the keys, UNEXPECTED_STATE when it was changed,
 *   belongs to another context or was encrypted with another key of that id
 */
export function decrypt(
  value: string,
  keys: EncryptionKey[],
  context: string
): string {
  const { keyId, iv, tag, data } = parseCiphertext(value, context)
  const key = keys.find(({ id }) => id === keyId)
  if (!key) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `The value stored in ${context} was encrypted with key "${keyId}", which is not in options.encryption.keys: add it back behind the first key`
    )
  }

  const decipher = createDecipheriv(ALGORITHM, keyBytes(key), iv, {
    authTagLength: tag.length,
  })
  decipher.setAAD(contextBytes(context))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(data), decipher.final()]).toString(
      "utf8"
    )
  } catch (cause) {
    const error = new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The value stored in ${context} does not decrypt with key "${keyId}": either the key under this id was replaced (restore it, and give new keys new ids) or the value was changed or copied from elsewhere (enter it again)`
    )
    error.cause = cause
    throw error
  }
}

/**
 * Tells whether a stored value should be encrypted again, because a newer key
 * has become the first.
 *
 * @throws MedusaError INVALID_DATA when the value has another form, INVALID_ARGUMENT without keys
 */
export function needsRotation(value: string, keys: EncryptionKey[]): boolean {
  return parseCiphertext(value, "the database").keyId !== currentKey(keys).id
}

function currentKey(keys: EncryptionKey[]): EncryptionKey {
  if (!keys.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      'No encryption key: set CORNERSTORE_ENCRYPTION_KEYS to "<id>:<key>", with a key made by: openssl rand -base64 32'
    )
  }
  return keys[0]
}

function keyBytes({ id, key }: EncryptionKey): Buffer {
  const bytes = Buffer.from(key, "base64")
  if (bytes.length !== KEY_BYTES) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `Encryption key "${id}" has ${bytes.length} bytes instead of ${KEY_BYTES}: make one with openssl rand -base64 32`
    )
  }
  return bytes
}

function contextBytes(context: string): Buffer {
  if (!context) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "Encryption needs a context that says where the value is stored, e.g. pos_connection.credentials"
    )
  }
  return Buffer.from(context, "utf8")
}
