import * as pg from "@medusajs/framework/pg"
import { Logger } from "@medusajs/framework/types"
import { DataSource } from "typeorm"

import { CollectorSetting } from "../entities/collector-setting"
import { ConsentEntry } from "../entities/consent-entry"
import { DailyFact } from "../entities/daily-fact"
import { DroppedEvent } from "../entities/dropped-event"
import { ActivityEvent } from "../entities/event"
import { EventKey } from "../entities/event-key"
import { Login } from "../entities/login"
import { LoginDevice } from "../entities/login-device"
import { ActivityReaderKey } from "../entities/reader-key"
import { RollupState } from "../entities/rollup-state"
import { Visit } from "../entities/visit"
import { VisitorChoice } from "../entities/visitor-choice"
import { VisitorIdentity } from "../entities/visitor-identity"
import { VisitorTurn } from "../entities/visitor-turn"
import { WriteKeyEntry } from "../entities/write-key"
import { Consent1764000020000 } from "../migrations/consent"
import { EventIsBot1764000010000 } from "../migrations/event-is-bot"
import { EventTimeRanges1764000070000 } from "../migrations/event-time-ranges"
import { Facts1764000030000 } from "../migrations/facts"
import { Identity1764000040000 } from "../migrations/identity"
import { InitialSchema1763700000000 } from "../migrations/initial-schema"
import { ReaderKey1764000050000 } from "../migrations/reader-key"
import { WriteKeys1764000060000 } from "../migrations/write-keys"
import { APPLICATION_NAMES } from "./applications"
import { StoreSettings } from "./settings"

/** The Postgres schema that holds all of the store. */
export const ACTIVITY_SCHEMA = "activity"

/** How long a request waits for a connection and for an answer, in ms. */
const CONNECT_MS = 5_000
const QUERY_MS = 10_000
/** How long the server lets a statement run, in ms: it answers before we stop waiting. */
const STATEMENT_MS = 9_000

/**
 * Between a connection being handed out and being used nobody listens to it; a
 * server that ends just then would end this process. Its query fails instead.
 */
class HeardClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    this.on("error", () => undefined)
  }
}

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
    entities: [
      ActivityEvent,
      EventKey,
      VisitorIdentity,
      DroppedEvent,
      VisitorChoice,
      ConsentEntry,
      CollectorSetting,
      DailyFact,
      Visit,
      RollupState,
      ActivityReaderKey,
      VisitorTurn,
      Login,
      LoginDevice,
      WriteKeyEntry,
    ],
    migrations: [
      InitialSchema1763700000000,
      EventIsBot1764000010000,
      Consent1764000020000,
      Facts1764000030000,
      Identity1764000040000,
      ReaderKey1764000050000,
      WriteKeys1764000060000,
      EventTimeRanges1764000070000,
    ],
    migrationsTableName: "migration",
    installExtensions: false,
    logging: false,
    poolSize: purpose === "migrate" ? 1 : poolSize,
    connectTimeoutMS: CONNECT_MS,
    applicationName: APPLICATION_NAMES[purpose],
    // A server that restarts ends idle connections; unheard, that would end us.
    poolErrorHandler: (error: Error) =>
      logger.warn(`A connection to the activity store ended: ${error.message}`),
    extra: {
      Client: HeardClient,
      keepAlive: true,
      allowExitOnIdle: true,
      // Here we stop waiting; there the server ends a writer that hangs, which
      // would hold back everybody who follows the store.
      ...(purpose === "store"
        ? {
            query_timeout: QUERY_MS,
            statement_timeout: STATEMENT_MS,
            idle_in_transaction_session_timeout: STATEMENT_MS,
          }
        : {}),
    },
  })
}
