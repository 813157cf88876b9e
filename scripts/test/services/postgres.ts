import { statSync } from "node:fs"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { livingOwner, removePostgres, startPostgres } from "../../postgres"

export type RunningDatabase = {
  /** What Medusa's test runners and `plugin:db:generate` read. */
  env: Record<string, string>
  stop(): Promise<void>
}

const USER = "postgres"
const PASSWORD = "postgres"

/** Durability is for data somebody wants to keep. */
const FLAGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  // Every suite holds pools of its own, and two suites run side by side.
  max_connections: "300",
  // Restoring a template per test writes a lot; checkpoint rarely.
  max_wal_size: "4GB",
}

const PREFIX = "cornerstore-test-db-"
/** A folder this young may belong to a run that is just starting. */
const SETTLED_MINUTES = 10

/**
 * The database server of one test run: embedded PostgreSQL on a free port with
 * throw-away data. Set `DB_HOST` (and `DB_PORT`, `DB_USERNAME`, `DB_PASSWORD`)
 * to use a server of your own instead; suites make and drop their own databases.
 */
export async function startDatabase(
  say: (message: string) => void
): Promise<RunningDatabase> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  if (DB_HOST) {
    say(`using the database server on ${DB_HOST}:${DB_PORT ?? "5432"}`)
    return {
      env: environmentFor({
        host: DB_HOST,
        port: DB_PORT ?? "5432",
        user: DB_USERNAME ?? USER,
        password: DB_PASSWORD ?? "",
      }),
      stop: () => Promise.resolve(),
    }
  }
  await removeAbandoned(tmpdir())
  const dataDir = await mkdtemp(path.join(tmpdir(), PREFIX))
  const server = await startPostgres({
    dataDir,
    user: USER,
    password: PASSWORD,
    flags: Object.entries(FLAGS).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]),
    onProgress: say,
  })
  return {
    // Medusa's runner asks for TLS unless the host is called localhost.
    env: environmentFor({
      host: "localhost",
      port: String(server.port),
      user: USER,
      password: PASSWORD,
    }),
    async stop() {
      await server.stop()
      await removePostgres(dataDir)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Removes the data of runs that were killed before they could do it. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder)
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const dataDir = path.join(folder, name)
    // Another run may remove it at the same moment.
    const made = statSync(dataDir, { throwIfNoEntry: false })?.mtimeMs
    const settled = made && Date.now() - made > SETTLED_MINUTES * 60_000
    if (settled && !livingOwner(path.join(dataDir, "owner.json"))) {
      await removePostgres(dataDir)
    }
  }
}

function environmentFor(server: {
  host: string
  port: string
  user: string
  password: string
}): Record<string, string> {
  const credentials = [server.user, server.password]
    .map(encodeURIComponent)
    .join(":")
  const base = `postgres://${credentials}@${server.host}:${server.port}`
  return {
    DB_HOST: server.host,
    DB_PORT: server.port,
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
    // Set so that no suite ever reaches the developer's database.
    DATABASE_URL: `${base}/postgres`,
    CORNERSTORE_TEST_DATABASE_URL: `${base}/{database}`,
  }
}
