import { MedusaContainer } from "@medusajs/framework/types"

import { isPosError } from "../../modules/pos/domain/pos-error"
import type PosModuleService from "../../modules/pos/service"
import { posService } from "./module"
import { tellOwner } from "./tell-owner"

type Run<T> = Parameters<typeof PosModuleService.prototype.call<T>>[1]

/**
 * Calls a vendor through the connection's gate. When the key or its permissions
 * turn out to be wrong the owner is told, once per key.
 *
 * @throws PosError
 */
export async function callPos<T>(
  container: MedusaContainer,
  connectionId: string,
  run: Run<T>,
  options: { force?: boolean } = {}
): Promise<T> {
  const pos = posService(container)
  try {
    return await pos.call(connectionId, run, options)
  } catch (error) {
    if (isPosError(error) && error.kind === "connection") {
      const { name, credentials_version } = await pos.retrievePosConnection(
        connectionId,
        { select: ["id", "name", "credentials_version"] }
      )
      await tellOwner(container, {
        key: `pos-connection:${connectionId}:${credentials_version}`,
        title: `POS connection ${name} needs you`,
        description: error.message,
      })
    }
    throw error
  }
}
