import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { StoreConnection } from "./database/connection"
import { activityDataSource } from "./database/data-source"
import { ShopConfig, storeSettings, storeTraits } from "./database/settings"
import { ReaderKeysService } from "./parts/reader-keys"

export type { StoreResult } from "./parts/events"

/** What Medusa's container hands to the module. */
export type ActivityDependencies = {
  [ContainerRegistrationKeys.LOGGER]?: Pick<Logger, "warn" | "info">
  [ContainerRegistrationKeys.CONFIG_MODULE]?: ShopConfig
}

/**
 * The activity store: events, the visitors behind them, and what was refused.
 * It has its own connections and its own schema, and may have its own server.
 * Its parts build on each other, each in its file: the connections, taking
 * events in, visitors, tending, reading.
 */
export default class ActivityModuleService extends ReaderKeysService {
  constructor(
    dependencies: ActivityDependencies,
    options?: Record<string, unknown>
  ) {
    const logger = dependencies[ContainerRegistrationKeys.LOGGER] ?? console
    const config = dependencies[ContainerRegistrationKeys.CONFIG_MODULE]
    super(
      new StoreConnection(() =>
        activityDataSource(storeSettings(options, config), logger)
      ),
      () => storeTraits(options)
    )
  }

  __hooks = {
    // After the HTTP server has stopped taking requests.
    onApplicationShutdown: async () => this.close(),
  }
}
