import {
  createDatabase,
  type PostgresServer,
  withClient,
} from "../../scripts/postgres"
import type { AppKind, BenchApp } from "../lib/app"
import { type BenchShop, makeShop, migrateShop } from "../lib/shop"

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
  const shop = await makeShop(apps.stock, template, folder)
  for (const side of ["stock", "plugin"] as const) {
    await withClient(server.url("postgres"), (client) =>
      client.query(`create database "${side}" template "${TEMPLATE}"`)
    )
  }
  await migrateShop(apps.plugin, server.url("plugin"))
  for (const side of ["stock", "plugin"] as const) {
    await withClient(server.url(side), (client) =>
      client.query("vacuum analyze")
    )
  }
  return shop
}
