import { MedusaContainer } from "@medusajs/framework/types"

import type { AdminPosAdapter } from "../../sdk/types"
import { posService } from "./module"

/** What can be connected, as the dashboard reads it. */
export async function listAdapters(
  container: MedusaContainer
): Promise<AdminPosAdapter[]> {
  const adapters = await posService(container).listAdapters()
  return adapters.map(({ credential_fields, ...adapter }) => ({
    ...adapter,
    credential_fields: [...credential_fields],
  }))
}
