import type {
  Logger,
  MedusaContainer,
  RemoteQueryFunction,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What every part of the seed works with. */
export type SeedContext = {
  container: MedusaContainer
  query: Omit<RemoteQueryFunction, symbol>
  logger: Logger
}

export function seedContext(container: MedusaContainer): SeedContext {
  return {
    container,
    query: container.resolve(ContainerRegistrationKeys.QUERY),
    logger: container.resolve(ContainerRegistrationKeys.LOGGER),
  }
}
