import { MedusaError } from "@medusajs/framework/utils"

import { PosAdapter } from "./contract"
import { dutchieAdapter } from "./dutchie"

/** Every POS this plugin speaks to. */
export const POS_ADAPTERS: readonly PosAdapter[] = [dutchieAdapter]

/**
 * @throws MedusaError INVALID_DATA for an id nobody bears
 */
export function adapterOf(id: string): PosAdapter {
  const adapter = POS_ADAPTERS.find((each) => each.id === id)
  if (!adapter) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `There is no POS adapter ${id}; there are: ${POS_ADAPTERS.map(({ id }) => id).join(", ")}`
    )
  }
  return adapter
}
