import { randomUUID } from "node:crypto"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

import { withClient } from "../../../scripts/postgres"
import { fingerprint } from "../../../scripts/start/fingerprint"
import { type Headers, PASSWORD, signIn } from "../../helpers/actors"
import { databaseUrl } from "../../helpers/database"
import {
  createDeliveryNetwork,
  type DeliveryNetwork,
} from "../../helpers/delivery-network"
import type { HttpClient } from "../../helpers/http-client"
import type { TestShop } from "../../helpers/shop"

import { createShopOverHttp } from "./create-shop"
import { exclusively, ROOT } from "./place"
import type { PackedShop } from "./prepare"
import { progress } from "./run-command"
import { runMedusa, serveShop } from "./serve"

/** Who runs the shop; made with `medusa user`, as a new owner does. */
export const OWNER = { email: "owner@example.com", password: PASSWORD }

/** Orders that fit into one slot. */
export const CAPACITY = 1

/** What fills the database, beside the plugin and the shop themselves. */
const SOURCES = [
  "integration-tests/package/setup/create-shop.ts",
  "integration-tests/package/setup/shop-database.ts",
  "integration-tests/helpers/delivery-network.ts",
  "integration-tests/helpers/districts.ts",
]

export type ShopDatabase = {
  url: string
  shop: TestShop
  places: DeliveryNetwork["places"]
  drop(): Promise<void>
}

const placeSchema = z.object({
  lat: z.number(),
  lng: z.number(),
  district: z.string(),
})

/** Kept as the database's comment, which is written when all the rest is there. */
const contentSchema = z.object({
  fingerprint: z.string(),
  shop: z.custom<TestShop>(),
  places: z.tuple([placeSchema, placeSchema]),
})
type Content = z.infer<typeof contentSchema>

/**
 * A database with a migrated shop that sells one cake, an owner and a delivery
 * network, everything made as a person would: Medusa's commands and its HTTP
 * API. Made once per database server and copied for each suite; a server of
 * your own (`DB_HOST`) keeps one database per clone for the next run.
 *
 * @param label - start of the database's name
 */
export async function createShopDatabase(
  packed: PackedShop,
  label: string
): Promise<ShopDatabase> {
  const model = `packed-shop-${path.basename(packed.place)}`
  const wanted = fingerprint(ROOT, SOURCES, [packed.fingerprint])
  const content = await exclusively(packed.place, async () => {
    const existing = await readContent(model)
    return existing?.fingerprint === wanted
      ? existing
      : await progress.step("Migrating and filling a shop", () =>
          makeModel(packed, model, wanted)
        )
  })
  const name = `${label}-${randomUUID().slice(0, 8)}`
  await administer(`create database "${name}" template "${model}"`)
  return {
    url: databaseUrl(name),
    shop: content.shop,
    places: content.places,
    drop: () => administer(`drop database if exists "${name}" with (force)`),
  }
}

/** The owner's header for further requests. */
export async function signInOwner(
  api: HttpClient
): Promise<{ headers: Headers }> {
  return { headers: await signIn(api, "user", OWNER) }
}

async function makeModel(
  packed: PackedShop,
  name: string,
  wanted: string
): Promise<Content> {
  await administer(`drop database if exists "${name}" with (force)`)
  await administer(`create database "${name}"`)
  const options = { databaseUrl: databaseUrl(name) }
  await runMedusa(packed, ["db:migrate", "--execute-safe-links"], options)
  const [app] = await Promise.all([
    serveShop(packed, options),
    runMedusa(
      packed,
      ["user", "--email", OWNER.email, "--password", OWNER.password],
      options
    ),
  ])
  try {
    const owner = await signInOwner(app.api)
    const shop = await createShopOverHttp(app.api, owner)
    const { places } = await createDeliveryNetwork(app.api, owner, {
      capacity: CAPACITY,
    })
    const content = { fingerprint: wanted, shop, places }
    await app.stop()
    await administer(
      `comment on database "${name}" is '${JSON.stringify(content)}'`
    )
    return content
  } finally {
    await app.kill()
  }
}

async function readContent(name: string): Promise<Content | undefined> {
  return withClient(databaseUrl("postgres"), async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment
         from pg_database where datname = $1`,
      [name]
    )
    const comment = rows[0]?.comment
    return comment ? contentSchema.parse(JSON.parse(comment)) : undefined
  })
}

async function administer(sql: string): Promise<void> {
  await withClient(databaseUrl("postgres"), (client) => client.query(sql))
}
