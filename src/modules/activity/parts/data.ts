import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { EntityManager } from "typeorm"

import { StoreConnection } from "../database/connection"
import { activityDataSource } from "../database/data-source"
import { ShopConfig, storeSettings } from "../database/settings"

/** What Medusa's container hands to the module; a process of its own has less. */
export type ActivityDependencies = {
  [ContainerRegistrationKeys.LOGGER]?: Pick<Logger, "warn" | "info">
  [ContainerRegistrationKeys.CONFIG_MODULE]?: ShopConfig
}

/** The store's own connections: opened at first use, closed with the shop. */
export class ActivityData {
  private readonly connection: StoreConnection

  constructor(
    dependencies: ActivityDependencies,
    options?: Record<string, unknown>
  ) {
    const logger = dependencies[ContainerRegistrationKeys.LOGGER] ?? console
    const config = dependencies[ContainerRegistrationKeys.CONFIG_MODULE]
    this.connection = new StoreConnection(() =>
      activityDataSource(storeSettings(options, config), logger)
    )
  }

  __hooks = {
    // After the HTTP server has stopped taking requests.
    onApplicationShutdown: async () => this.connection.close(),
  }

  /** @throws the driver's error when the store cannot be reached */
  protected sql(): Promise<EntityManager> {
    return this.connection.manager()
  }

  /** Answers when the store does and can take an event now. */
  async ping(): Promise<void> {
    const sql = await this.sql()
    await sql.query("select 1 from activity.event_key limit 1")
  }
}
