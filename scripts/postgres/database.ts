import { Client } from "@medusajs/framework/pg"

import type { PostgresServer } from "./server"

/**
 * Makes a database unless it exists.
 *
 * @returns its connection string
 */
export async function createDatabase(
  server: PostgresServer,
  name: string
): Promise<string> {
  await withClient(server.url("postgres"), async (client) => {
    const found = await client.query(
      "select 1 from pg_database where datname = $1",
      [name]
    )
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(name)}`)
    }
  })
  return server.url(name)
}

/** Runs some statements on a connection of their own. */
export async function withClient<T>(
  url: string,
  action: (client: Client) => Promise<T>
): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
  })
  // A server that stops meanwhile fails the query; without a listener the
  // connection's own event would end the process instead.
  client.on("error", () => undefined)
  await client.connect()
  try {
    return await action(client)
  } finally {
    await client.end()
  }
}
