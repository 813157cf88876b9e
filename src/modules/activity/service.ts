import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { StoreConnection } from "./database/connection"
import { activityDataSource } from "./database/data-source"
import {
  bufferSettings,
  ShopConfig,
  storeSettings,
  storeTraits,
} from "./database/settings"
import { ReaderKeysService } from "./parts/reader-keys"
import { EventBuffer, EventSink } from "./stream/event-buffer"
import { OptionalBuffer } from "./stream/optional-buffer"

export type { StoreResult } from "./parts/events"

/** What Medusa's container hands to the module. */
export type ActivityDependencies = {
  [ContainerRegistrationKeys.LOGGER]?: Pick<Logger, "error" | "warn" | "info">
  [ContainerRegistrationKeys.CONFIG_MODULE]?: ShopConfig
}

/**
 * The activity store: events, the visitors behind them, and what was refused.
 * It has its own connections and its own schema, and may have its own server.
 * Its parts build on each other, each in its file: the connections, taking
 * events in, visitors, tending, reading.
 */
export default class ActivityModuleService extends ReaderKeysService {
  private readonly buffer: OptionalBuffer
  private readonly movesEvents: boolean

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
    this.buffer = new OptionalBuffer(() => {
      const settings = bufferSettings(options)
      return settings && new EventBuffer({ ...settings, logger })
    })
    // A process that only answers requests leaves the work to the others.
    this.movesEvents = config?.projectConfig?.workerMode !== "server"
  }

  /** Where collected events go: into the buffer when there is one. */
  eventSink(): EventSink {
    return this.buffer.get() ?? this
  }

  __hooks = {
    onApplicationStart: async () => {
      if (this.movesEvents) {
        this.buffer.get()?.startMoving(this)
      }
    },
    // After the HTTP server has stopped taking requests.
    onApplicationShutdown: async () => {
      await this.buffer.close()
      await this.close()
    },
  }
}
