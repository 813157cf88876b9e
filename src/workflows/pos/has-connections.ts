import { MedusaContainer } from "@medusajs/framework/types"

import { posService } from "./module"

/** Whether the shop has connected a POS at all. */
export async function hasPosConnections(
  container: MedusaContainer
): Promise<boolean> {
  const connections = await posService(container).listPosConnections(
    {},
    { take: 1, select: ["id"] }
  )
  return connections.length > 0
}
