import { LoaderOptions } from "@medusajs/framework/types"

import { setCurrentOptions } from "../../../lib/current-options"

/**
 * Validates the plugin's options once, before workflows, subscribers, jobs and
 * routes are loaded. Wrong options stop the start with a message that names
 * each field.
 */
export default async function optionsLoader({
  options,
}: LoaderOptions<Record<string, unknown>>): Promise<void> {
  // Medusa adds the connection it gives to every module under `database`.
  const { database: _, ...own } = options ?? {}
  setCurrentOptions(own)
}
