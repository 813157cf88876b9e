import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { turnDueBefore } from "../../modules/pos/domain/turn"
import { syncPosCatalogueWorkflow } from "./connections"
import { posService } from "./module"

/**
 * Reads the catalogue of every connection whose turn has come. Of several
 * processes one reads.
 *
 * @returns how many were read
 */
export async function syncPosCatalogues(
  container: MedusaContainer,
  now: Date
): Promise<number> {
  const pos = posService(container)
  const connections = await pos.listPosConnections(
    { is_paused: false, health: ["unchecked", "healthy", "degraded"] },
    { take: 200 }
  )
  let read = 0
  for (const { id, adapter, settings, failures } of connections) {
    const { sync_minutes } = await pos.readSettings(adapter, settings)
    const mine = await pos.claimTurn({
      id,
      column: "catalogue_claimed_at",
      before: turnDueBefore(now, sync_minutes * 60_000, failures),
      now,
    })
    if (!mine) {
      continue
    }
    const { errors } = await syncPosCatalogueWorkflow(container).run({
      input: { id },
      throwOnError: false,
    })
    if (errors.length) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`POS connection ${id}: ${errors[0].error.message}`)
    } else {
      read++
    }
  }
  return read
}
