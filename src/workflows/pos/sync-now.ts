import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { Actor } from "../../lib/actor"
import { isPosError } from "../../modules/pos/domain/pos-error"
import { syncPosCatalogueWorkflow } from "./connections"
import type { SyncResult } from "./steps/sync-catalogue"

/**
 * Reads a connection's catalogue for somebody who waits for it.
 *
 * @throws MedusaError NOT_ALLOWED with the vendor's reason
 */
export async function syncNow(
  id: string,
  actor: Actor,
  container: MedusaContainer
): Promise<SyncResult> {
  try {
    const { result } = await syncPosCatalogueWorkflow(container).run({
      input: { id, actor },
    })
    return result
  } catch (error) {
    if (isPosError(error)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        error.explanation,
        error.kind
      )
    }
    throw error
  }
}
