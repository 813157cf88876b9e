import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { getCurrentOptions } from "../../lib/current-options"
import { decrypt, encrypt } from "../../lib/encryption"
import { PosAdapter } from "./adapters/contract"

/** Bound into the ciphertexts: one does not decrypt in another column. */
const CREDENTIALS_CONTEXT = "pos_connection.credentials"
const REQUEST_CONTEXT = "pos_order.request"

const credentialsSchema = z.record(z.string(), z.string())
const LAST = 4

export type StoredCredentials = {
  credentials: string
  credentials_last_four: Record<string, string>
}

/**
 * Validates and encrypts what a person entered. Fields left empty are dropped.
 *
 * @throws MedusaError INVALID_DATA when a required field is missing or one is unknown
 */
export function sealCredentials(
  adapter: Pick<PosAdapter, "label" | "credential_fields">,
  input: Record<string, string | null>
): StoredCredentials {
  const known = adapter.credential_fields
  const unknown = Object.keys(input).filter(
    (name) => !known.some((field) => field.name === name)
  )
  const values = Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      const text = value?.trim()
      return text ? [[name, text]] : []
    })
  )
  const missing = known.filter(
    ({ name, required }) => required && !values[name]
  )
  if (unknown.length || missing.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      [
        ...missing.map(
          ({ name, label }) => `credentials.${name}: ${label} is needed`
        ),
        ...unknown.map(
          (name) => `credentials.${name}: ${adapter.label} has no such field`
        ),
      ].join("; ")
    )
  }
  const { keys } = getCurrentOptions().encryption
  return {
    credentials: encrypt(JSON.stringify(values), keys, CREDENTIALS_CONTEXT),
    credentials_last_four: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, lastFour(value)])
    ),
  }
}

/** Enough to recognise a key by; of a short one, less. */
function lastFour(secret: string): string {
  return secret.length >= 3 * LAST ? secret.slice(-LAST) : ""
}

/** @throws MedusaError when the encryption key is not there any more */
export function openCredentials(stored: string): Record<string, string> {
  const { keys } = getCurrentOptions().encryption
  return credentialsSchema.parse(
    JSON.parse(decrypt(stored, keys, CREDENTIALS_CONTEXT))
  )
}

const requestSchema = z.record(z.string(), z.unknown())

/** A submission's body as it is kept until it was answered: it holds an address. */
export function sealRequest(body: Record<string, unknown>): string {
  const { keys } = getCurrentOptions().encryption
  return encrypt(JSON.stringify(body), keys, REQUEST_CONTEXT)
}

export function openRequest(stored: string): Record<string, unknown> {
  const { keys } = getCurrentOptions().encryption
  return requestSchema.parse(JSON.parse(decrypt(stored, keys, REQUEST_CONTEXT)))
}
