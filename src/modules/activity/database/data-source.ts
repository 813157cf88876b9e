import * as pg from "@medusajs/framework/pg"
import { Logger } from "@medusajs/framework/types"
import { DataSource } from "typeorm"

import { DroppedEvent } from "../entities/dropped-event"
import { ActivityEvent } from "../entities/event"
import { EventKey } from "../entities/event-key"
import { VisitorIdentity } from "../entities/visitor-identity"
import { InitialSchema1763700000000 } from "../migrations/initial-schema"
import { StoreSettings } from "./settings"

/** The Postgres schema that holds all of the store. */
export const ACTIVITY_SCHEMA = "activity"

/** How long a request waits for a connection and for an answer, in ms. */
const CONNECT_MS = 5_000
const QUERY_MS = 10_000

/**
 * A TypeORM data source with a pool of its own, so that a flood of events never
 * takes the connections that checkout needs. The driver is the one Medusa uses:
 * nothing else has to be installed.
 */
export function activityDataSource(
  { url, ssl, poolSize }: StoreSettings,
  logger: Pick<Logger, "warn">,
  purpose: "store" | "migrate" = "store"
): DataSource {
  return new DataSource({
    type: "postgres",
    driver: pg,
    url,
    ssl,
    schema: ACTIVITY_SCHEMA,
    entities: [ActivityEvent, EventKey, VisitorIdentity, DroppedEvent],
    migrations: [InitialSchema1763700000000],
    migrationsTableName: "migration",
    installExtensions: false,
    logging: false,
    poolSize: purpose === "migrate" ? 1 : poolSize,
    connectTimeoutMS: CONNECT_MS,
    applicationName: `cornerstore-activity-${purpose}`,
    // A server that restarts ends idle connections; unheard, that would end us.
    poolErrorHandler: (error: Error) =>
      logger.warn(`A connection to the activity store ended: ${error.message}`),
    extra: {
      keepAlive: true,
      allowExitOnIdle: true,
      ...(purpose === "store" ? { query_timeout: QUERY_MS } : {}),
    },
  })
}
