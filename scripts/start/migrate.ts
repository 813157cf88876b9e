import { withClient } from "../postgres"
import { runLogged } from "./child"
import { bakedVariables, fingerprint } from "./fingerprint"
import type { StartContext } from "./context"
import { isDone, setDone } from "./state"

/** Everything that decides which tables and links there are. */
const SOURCES = [
  "src/modules",
  "src/links",
  "src/search",
  "src/config.ts",
  "medusa-config.ts",
  "package-lock.json",
]

/**
 * Brings the tables up to date. Skipped when neither the sources nor the
 * database have changed since the last time: the database itself is asked, for
 * it may have been replaced.
 */
export async function migrate(context: StartContext): Promise<void> {
  const { paths, database, env, progress, signal } = context
  const sources = fingerprint(paths.root, SOURCES, bakedVariables(env))
  const before = await appliedMigrations(database.url)
  if (before && (await isDone(paths.state, "migrations", sources + before))) {
    progress.skip("tables are up to date")
    return
  }
  await progress.step("bringing the tables up to date", async () => {
    await runLogged(
      paths,
      {
        title: "Bringing the tables up to date",
        name: "migrate",
        args: [
          context.medusa,
          "db:migrate",
          "--execute-safe-links",
          "--execute-safe-search",
        ],
        cwd: paths.root,
        env: { ...env, NODE_ENV: "development" },
      },
      signal
    )
    const after = await appliedMigrations(database.url)
    await setDone(paths.state, "migrations", sources + after)
  })
}

/** One value for the migrations a database has seen; undefined for a new one. */
function appliedMigrations(url: string): Promise<string | undefined> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ found: boolean }>(
      "select to_regclass('mikro_orm_migrations') is not null as found"
    )
    if (!tables[0]?.found) {
      return undefined
    }
    const { rows } = await client.query<{ hash: string }>(
      "select md5(coalesce(string_agg(name, ',' order by name), '')) as hash from mikro_orm_migrations"
    )
    return rows[0]?.hash
  })
}
