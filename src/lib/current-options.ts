import { MedusaError } from "@medusajs/framework/utils"

import { CornerstoreOptions, parseOptions } from "../options"

/**
 * The validated options of this process. The `runtime` module's loader sets
 * them once, before Medusa loads workflows, subscribers, jobs and routes, so
 * everything that is not a module service reads them here.
 */
let current: CornerstoreOptions | undefined

/** Validates and keeps the options. Called by the `runtime` module's loader. */
export function setCurrentOptions(input: unknown): CornerstoreOptions {
  current = parseOptions(input)
  return current
}

/**
 * @throws MedusaError UNEXPECTED_STATE when the plugin's `runtime` module was not loaded
 */
export function getCurrentOptions(): CornerstoreOptions {
  if (!current) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "medusa-plugin-cornerstore is not loaded: add it with withCornerstore() in medusa-config"
    )
  }
  return current
}
