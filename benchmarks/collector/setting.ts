import path from "node:path"

import {
  createDatabase,
  type PostgresServer,
  removePostgres,
  startPostgres,
} from "../../scripts/postgres"
import { type BenchApp, makeApp } from "../lib/app"
import type { BenchmarkContext } from "../lib/benchmark"
import { shopSettings } from "../lib/environment"
import { type JobProcess, startJobProcess } from "../lib/job-process"
import { serveApp } from "../lib/serve"
import { type BenchShop, makeShop } from "../lib/shop"
import { makeWorkplace } from "../lib/workplace"
import type { CheckoutJob, CheckoutResult } from "./checkout-flow"
import type { RawJob, RawResult } from "./raw-insert"
import type { SendJob, SendResult } from "./send-job"

/** What all parts of the benchmark work with. */
export type Setting = {
  server: PostgresServer
  app: BenchApp
  shop: BenchShop
  /** Settings of every process that is measured. */
  env: Record<string, string | undefined>
  /** The shop as it serves, with the collector in it. */
  served: { url: string; port: number; databaseUrl: string }
  sender: JobProcess<SendJob, SendResult>
  raw: JobProcess<RawJob, RawResult>
  buyers: JobProcess<CheckoutJob, CheckoutResult>
}

/** Database of the shop; the overhead benchmark's wait for quiet knows it. */
const SHOP_DATABASE = "plugin"

/** A shop with our plugin that serves, and the processes that work on it. */
export async function makeSetting(context: BenchmarkContext): Promise<Setting> {
  const { root, teardown, say } = context
  const folder = await makeWorkplace(context)
  say("compiling the app")
  const app = await makeApp(root, path.join(folder, "plugin"), "plugin")
  say("making the shop")
  const dataDir = path.join(folder, "postgres")
  teardown.add(() => removePostgres(dataDir))
  const server = await startPostgres({
    dataDir,
    user: "bench",
    password: "bench",
  })
  teardown.add(() => server.stop())
  const databaseUrl = await createDatabase(server, SHOP_DATABASE)
  const shop = await makeShop(app, databaseUrl, folder)
  const env = shopSettings(process.env)
  const start = <Job extends object, Result>(name: string) => {
    const file = path.join(__dirname, `${name}-process.ts`)
    const started = startJobProcess<Job, Result>(root, file)
    teardown.add(() => started.stop())
    return started
  }
  say("starting the shop")
  const { app: process_ } = await serveApp(context, app, databaseUrl, env)
  return {
    server,
    app,
    shop,
    env,
    served: { url: process_.url, port: process_.port, databaseUrl },
    sender: start<SendJob, SendResult>("send"),
    raw: start<RawJob, RawResult>("raw"),
    buyers: start<CheckoutJob, CheckoutResult>("checkout"),
  }
}
