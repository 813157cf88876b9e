import { readFile } from "node:fs/promises"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

import {
  createDatabase,
  type PostgresServer,
  withClient,
} from "../../scripts/postgres"
import { completeSecrets } from "../../scripts/start/secrets"
import type { AppKind, BenchApp } from "../lib/app"
import { runNode } from "../lib/command"
import { neutralEnvironment } from "../lib/environment"

const benchShop = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  shipping_option_id: z.string(),
  variant_ids: z.array(z.string()).min(1),
})

/** What a request needs to know of the shop; the same on both sides. */
export type BenchShop = z.infer<typeof benchShop>

const TEMPLATE = "template_shop"

/**
 * Makes one shop with stock Medusa, then a copy for each side, so that both
 * hold the same rows under the same ids, laid out in the same way. The
 * plugin's own tables are added to its copy.
 *
 * @returns the shop; the sides' databases are named after them
 */
export async function makeShops(
  server: PostgresServer,
  apps: Record<AppKind, BenchApp>,
  folder: string
): Promise<BenchShop> {
  const template = await createDatabase(server, TEMPLATE)
  await migrate(apps.stock, template)
  const file = path.join(folder, "shop.json")
  await runNode({
    title: "Making the shop",
    args: [
      apps.stock.medusa,
      ...["exec", path.join(__dirname, "seed-shop.ts"), file],
    ],
    cwd: apps.stock.source,
    env: environment(template, "development"),
  })
  for (const side of ["stock", "plugin"] as const) {
    await withClient(server.url("postgres"), (client) =>
      client.query(`create database "${side}" template "${TEMPLATE}"`)
    )
  }
  await migrate(apps.plugin, server.url("plugin"))
  for (const side of ["stock", "plugin"] as const) {
    await withClient(server.url(side), (client) =>
      client.query("vacuum analyze")
    )
  }
  return benchShop.parse(JSON.parse(await readFile(file, "utf8")))
}

async function migrate(app: BenchApp, databaseUrl: string): Promise<void> {
  await runNode({
    title: `Making the tables of the ${app.kind} shop`,
    args: [
      app.medusa,
      ...["db:migrate", "--execute-safe-links", "--execute-safe-search"],
    ],
    cwd: app.built,
    env: environment(databaseUrl, "production"),
  })
}

function environment(
  databaseUrl: string,
  mode: "production" | "development"
): NodeJS.ProcessEnv {
  return {
    ...neutralEnvironment(process.env),
    NODE_ENV: mode,
    DATABASE_URL: databaseUrl,
    ...completeSecrets({}),
  }
}
