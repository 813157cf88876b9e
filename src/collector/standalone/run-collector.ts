import { once } from "node:events"
import { Server } from "node:http"

import { GeoDatabase } from "../../lib/geo/geo-database"
import { StoreConnection } from "../../modules/activity/database/connection"
import { activityDataSource } from "../../modules/activity/database/data-source"
import { ConsentService } from "../../modules/activity/parts/consent"
import { EventBuffer } from "../../modules/activity/stream/event-buffer"
import { countryOf } from "../consent/country-of"
import { SettingsCache } from "../consent/settings-cache"
import { SourceKeys } from "../source-keys"
import { clientAddress } from "./client-address"
import { Health } from "./health"
import { ProcessLogger } from "./logger"
import { createCollectorServer } from "./serve"
import { CollectorProcessSettings } from "./settings"

export type RunningCollector = {
  port: number
  /** Finishes the requests at work, then ends every connection. */
  stop(): Promise<void>
}

/**
 * The collector without the shop: the handlers, the part of the activity store
 * that takes events in, and the mirrors of what the shop knows. The store may be
 * away: then clients are asked to come again.
 */
export async function runCollector(
  settings: CollectorProcessSettings,
  logger: ProcessLogger
): Promise<RunningCollector> {
  const { databaseUrl, poolSize, timeZone, geoDatabasePath } = settings
  const store = new ConsentService(
    new StoreConnection(() =>
      activityDataSource({ url: databaseUrl, ssl: undefined, poolSize }, logger)
    ),
    () => ({ timeZone, poolSize })
  )
  const buffer =
    settings.buffer && new EventBuffer({ ...settings.buffer, logger })
  const keys = new SourceKeys()
  const rules = new SettingsCache(() => store.retrieveCollectorSettings())
  const places = geoDatabasePath
    ? new GeoDatabase(geoDatabasePath, logger)
    : null
  const { countryHeader, trustedProxies } = settings

  const { server, stop } = createCollectorServer({
    store: buffer ?? store,
    choices: store,
    findSource: (writeKey) =>
      keys.find(writeKey, (token) => store.findSource(token)),
    settings: () => rules.get(),
    countryOf: (req) =>
      countryOf(req.headers, {
        countryHeader,
        locate: () => {
          const address = places && clientAddress(req, trustedProxies)
          return (address && places.locate(address)) || null
        },
      }),
    logger,
    health: healthOf(store, buffer),
    publicUrl: () => settings.publicUrl ?? `http://localhost:${portOf(server)}`,
  })
  server.listen(settings.port, settings.host)
  await once(server, "listening")
  buffer?.startMoving(store)
  return {
    port: portOf(server),
    stop: async () => {
      await stop()
      await buffer?.close()
      await store.close()
    },
  }
}

/** With a buffer events are taken in while the store is away. */
function healthOf(store: ConsentService, buffer: EventBuffer | null): Health {
  const asStore = { store: () => store.ping() }
  return buffer
    ? new Health({ buffer: () => buffer.ping() }, asStore)
    : new Health(asStore)
}

function portOf(server: Server): number {
  const bound = server.address()
  return typeof bound === "object" && bound !== null ? bound.port : 0
}
