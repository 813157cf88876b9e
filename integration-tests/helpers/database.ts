import { randomUUID } from "node:crypto"

import { withClient } from "../../scripts/postgres"

import { requiredEnv } from "./required-env"

export type TestDatabase = {
  name: string
  /** Connection string, for `DATABASE_URL` of a process under test. */
  url: string
  /** Drops it, with whatever connections are still open. */
  drop(): Promise<void>
}

/** Connection string of a database on the run's server, which need not exist. */
export function databaseUrl(name: string): string {
  return requiredEnv("CORNERSTORE_TEST_DATABASE_URL").replace(
    "{database}",
    encodeURIComponent(name)
  )
}

/**
 * Makes an empty database for suites that start processes of their own; suites
 * inside Medusa's test runners get theirs from the runner.
 *
 * @param label - start of the name, lower case, to recognise it by
 */
export async function createTestDatabase(label: string): Promise<TestDatabase> {
  const name = `${label}-${randomUUID().slice(0, 8)}`
  await withClient(databaseUrl("postgres"), (client) =>
    client.query(`CREATE DATABASE "${name}"`)
  )
  return {
    name,
    url: databaseUrl(name),
    drop: () =>
      withClient(databaseUrl("postgres"), async (client) => {
        await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      }),
  }
}
