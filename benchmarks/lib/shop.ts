import { readFile } from "node:fs/promises"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

import { completeSecrets } from "../../scripts/start/secrets"
import type { BenchApp } from "./app"
import { runNode } from "./command"
import { neutralEnvironment } from "./environment"

const benchShop = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  shipping_option_id: z.string(),
  variant_ids: z.array(z.string()).min(1),
})

/** What a request needs to know of the shop. */
export type BenchShop = z.infer<typeof benchShop>

/**
 * Makes the tables of an app and a shop in them that knows nothing of the
 * plugin.
 *
 * @param databaseUrl - an empty database
 * @param folder - where what is made is noted down
 */
export async function makeShop(
  app: BenchApp,
  databaseUrl: string,
  folder: string
): Promise<BenchShop> {
  await migrateShop(app, databaseUrl)
  const file = path.join(folder, "shop.json")
  await runNode({
    title: "Making the shop",
    args: [app.medusa, ...["exec", path.join(__dirname, "seed-shop.ts"), file]],
    cwd: app.source,
    env: environment(databaseUrl, "development"),
  })
  return benchShop.parse(JSON.parse(await readFile(file, "utf8")))
}

/** Makes the tables an app needs where they are missing. */
export async function migrateShop(
  app: BenchApp,
  databaseUrl: string
): Promise<void> {
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
