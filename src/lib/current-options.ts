import { MedusaError } from "@medusajs/framework/utils"

import { CornerstoreOptions, parseOptions } from "../options"

/** Options with what a running process cannot do without. */
export type CurrentOptions = CornerstoreOptions & {
  encryption: NonNullable<CornerstoreOptions["encryption"]>
}

/** Public, as Medusa's own development secrets are; refused in production. */
const DEVELOPMENT_KEYS = {
  keys: [
    {
      id: "development",
      key: Buffer.alloc(32, "cornerstore").toString("base64"),
    },
  ],
}

/**
 * The validated options of this process. The `runtime` module's loader sets
 * them once, before Medusa loads workflows, subscribers, jobs and routes, so
 * everything that is not a module service reads them here.
 */
let current: CurrentOptions | undefined

/**
 * Validates and keeps the options. Called by the `runtime` module's loader.
 *
 * @throws MedusaError INVALID_ARGUMENT naming each wrong or missing option
 */
export function setCurrentOptions(
  input: unknown,
  environment: string = process.env.NODE_ENV ?? "development"
): CurrentOptions {
  const options = parseOptions(input)
  if (!options.encryption && environment === "production") {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "medusa-plugin-cornerstore: no encryption key. Set CORNERSTORE_ENCRYPTION_KEYS to <name>:<32 bytes in base64> (make one with: openssl rand -base64 32) and keep it: what is encrypted with it can be read with nothing else."
    )
  }
  current = { ...options, encryption: options.encryption ?? DEVELOPMENT_KEYS }
  return current
}

/**
 * @throws MedusaError UNEXPECTED_STATE when the plugin's `runtime` module was not loaded
 */
export function getCurrentOptions(): CurrentOptions {
  if (!current) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "medusa-plugin-cornerstore is not loaded: add it with withCornerstore() in medusa-config"
    )
  }
  return current
}
