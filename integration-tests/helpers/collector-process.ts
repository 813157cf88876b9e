import path from "node:path"

import { Client } from "@medusajs/framework/pg"

import { freePort } from "../../scripts/postgres"
import activityModule from "../../src/modules/activity"

import { type AppProcess, launchNode } from "./app-process"

const ROOT = path.resolve(__dirname, "../..")

export type CollectorProcessOptions = {
  databaseUrl: string
  /** Added to the environment; `undefined` removes a variable. */
  env?: Record<string, string | undefined>
  /** A free port when left out. */
  port?: number
}

/** Starts `npm run collector` without waiting. */
export async function launchCollector({
  databaseUrl,
  env,
  port,
}: CollectorProcessOptions): Promise<AppProcess> {
  const chosen = port ?? (await freePort())
  // Jest's own settings must not reach a process that runs as in real life.
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _id, ...own } = process.env
  return launchNode({
    words: [path.join(ROOT, "scripts", "collector.mjs")],
    cwd: ROOT,
    env: {
      ...own,
      ACTIVITY_DATABASE_URL: databaseUrl,
      ACTIVITY_BUFFER: undefined,
      REDIS_URL: undefined,
      PORT: String(chosen),
      ...env,
    },
    port: chosen,
    url: `http://localhost:${chosen}`,
  })
}

/** Brings the activity store's schema into a database, as `db:migrate` does. */
export async function migrateStore(databaseUrl: string): Promise<void> {
  await activityModule.runMigrations({
    options: { database: { clientUrl: databaseUrl } },
    logger: { info: () => undefined, warn: () => undefined },
  })
}

/** Asks the store itself, with a connection of its own. */
export async function askStore<Row>(
  databaseUrl: string,
  sql: string,
  values: unknown[] = []
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl })
  client.on("error", () => undefined)
  await client.connect()
  try {
    return (await client.query(sql, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** How often each message is in the store. */
export async function storedMessages(
  databaseUrl: string
): Promise<Map<string, number>> {
  const rows = await askStore<{ message_id: string; count: number }>(
    databaseUrl,
    `select message_id, count(*)::int as count
       from activity.event group by message_id`
  )
  return new Map(rows.map(({ message_id, count }) => [message_id, count]))
}

/** The ids that are not in the store exactly once; none is what is hoped for. */
export async function notStoredOnce(
  databaseUrl: string,
  ids: Iterable<string>
): Promise<string[]> {
  const stored = await storedMessages(databaseUrl)
  return [...ids].filter((id) => stored.get(id) !== 1)
}
