import { Client } from "@medusajs/framework/pg"

import activityModule from "../../../src/modules/activity"
import { NewEvent } from "../../../src/modules/activity/domain/new-event"

const quiet = { info: () => undefined, warn: () => undefined }

/**
 * Prepares the store of a module test. Medusa's runner migrates modules with
 * MikroORM models only; a module with its own migrations is asked for them here,
 * in the way `medusa db:migrate` does.
 */
export function prepareStore(dbName: string) {
  return async () => {
    await withClient("postgres", async (client) => {
      const { rowCount } = await client.query(
        "select 1 from pg_database where datname = $1",
        [dbName]
      )
      if (!rowCount) {
        await client.query(`create database "${dbName}"`)
      }
    })
    await withClient(dbName, (client) =>
      client.query("drop schema if exists activity cascade")
    )
    await migrate(dbName)
  }
}

/** Runs the module's migrations; the names of those that were new. */
export async function migrate(dbName: string): Promise<string[]> {
  const ran = await activityModule.runMigrations({
    options: { database: { clientUrl: databaseUrl(dbName) } },
    logger: quiet,
  })
  return ran.map(({ name }) => name)
}

export async function withClient<T>(
  dbName: string,
  run: (client: Client) => Promise<T>
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl(dbName) })
  client.on("error", () => undefined)
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** A tracked event of one visitor, unless told otherwise. */
export function event(
  values: Partial<NewEvent> & Pick<NewEvent, "message_id">
): NewEvent {
  const received_at = values.received_at ?? new Date()
  return {
    source_id: "apk_1",
    type: "track",
    name: "Product Viewed",
    anonymous_id: "visitor-1",
    user_id: null,
    claimed_customer_id: null,
    is_bot: false,
    consent: "assumed",
    occurred_at: values.occurred_at ?? received_at,
    properties: "{}",
    context: "{}",
    ...values,
    received_at,
  }
}

/** Connection string on the server that the stage was started with. */
export function databaseUrl(dbName: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const url = new URL(`postgres://${DB_HOST}:${DB_PORT}/${dbName}`)
  url.username = DB_USERNAME ?? ""
  url.password = DB_PASSWORD ?? ""
  return url.href
}
