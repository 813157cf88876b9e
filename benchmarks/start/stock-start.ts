import { cp } from "node:fs/promises"
import path from "node:path"

import { startPostgres } from "../../scripts/postgres"
import { pathsOf } from "../../scripts/start/paths"
import { type BenchApp, makeApp } from "../lib/app"
import type { BenchmarkContext } from "../lib/benchmark"
import { shopSettings } from "../lib/environment"
import { postgresVersion } from "../lib/postgres-version"
import { serveApp } from "../lib/serve"

/** The embedded server of `npm start` and the database in it. */
const CREDENTIALS = { user: "cornerstore", password: "cornerstore" }
const DATABASE = "cornerstore"

/**
 * An app without the plugin beside a clone that was started once: with the
 * clone's packages and the dashboard it built.
 */
export async function makeStockApp(
  clone: string,
  folder: string
): Promise<BenchApp> {
  const app = await makeApp(clone, folder, "stock")
  const dashboard = path.join("public", "admin")
  await cp(
    path.join(pathsOf(clone).app, dashboard),
    path.join(app.built, dashboard),
    { recursive: true }
  )
  return app
}

/**
 * Starts stock Medusa on the clone's data, which nobody else may use, and
 * stops it.
 *
 * @returns seconds from `medusa start` to `/health` with the database up, and
 *   the version of that
 */
export async function timeStockStart(
  context: BenchmarkContext,
  clone: string,
  app: BenchApp
): Promise<{ seconds: number; postgres: string }> {
  const paths = pathsOf(clone)
  const server = await startPostgres({
    dataDir: paths.postgres,
    ...CREDENTIALS,
  })
  context.teardown.add(() => server.stop())
  try {
    const served = await serveApp(context, app, server.url(DATABASE), {
      ...shopSettings(process.env),
      BENCH_ADMIN: "on",
      // Where npm start lets Node keep compiled code.
      NODE_COMPILE_CACHE: path.join(paths.home, "cache/node"),
    })
    await served.app.stop()
    const postgres = await postgresVersion(server.url(DATABASE))
    return { seconds: served.seconds, postgres }
  } finally {
    await server.stop()
  }
}
