import { readFile } from "node:fs/promises"
import path from "node:path"

import { startOwnRedis } from "../../integration-tests/helpers/own-redis"
import {
  createDatabase,
  removePostgres,
  startPostgres,
} from "../../scripts/postgres"
import { completeSecrets } from "../../scripts/start/secrets"
import { makeApp } from "../lib/app"
import type { BenchmarkContext } from "../lib/benchmark"
import { runNode } from "../lib/command"
import { neutralEnvironment, shopSettings } from "../lib/environment"
import { serveApp } from "../lib/serve"
import { migrateShop } from "../lib/shop"
import { makeWorkplace } from "../lib/workplace"
import { slotShop, type SlotShop } from "./shop"

export type SlotSetting = {
  /** Of two servers on one database and one Redis. */
  urls: string[]
  databaseUrl: string
  shop: SlotShop
}

/** A shop that delivers by district, served by two processes. */
export async function makeSlotSetting(
  context: BenchmarkContext
): Promise<SlotSetting> {
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
  const databaseUrl = await createDatabase(server, "slots")
  await migrateShop(app, databaseUrl)
  const file = path.join(folder, "shop.json")
  await runNode({
    title: "Making the shop",
    args: [app.medusa, "exec", path.join(__dirname, "seed.ts"), file],
    cwd: app.source,
    env: {
      ...neutralEnvironment(process.env),
      NODE_ENV: "development",
      DATABASE_URL: databaseUrl,
      ...completeSecrets({}),
    },
  })
  say("starting two servers")
  const redis = await startOwnRedis()
  teardown.add(() => redis.remove())
  const env = { ...shopSettings(process.env), REDIS_URL: redis.url }
  const served = [
    await serveApp(context, app, databaseUrl, env),
    await serveApp(context, app, databaseUrl, env),
  ]
  return {
    urls: served.map(({ app: { url } }) => url),
    databaseUrl,
    shop: slotShop.parse(JSON.parse(await readFile(file, "utf8"))),
  }
}
