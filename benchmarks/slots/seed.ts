import { writeFile } from "node:fs/promises"

import type { ExecArgs } from "@medusajs/framework/types"

import { seedContext, type SeedContext } from "../../scripts/seed/context"
import {
  PROVIDER,
  seedDeliveryNetwork,
} from "../../scripts/seed/delivery-network"
import { SEED_ACTOR } from "../../scripts/seed/districts"
import { seedProducts } from "../../scripts/seed/products"
import { seedShop } from "../../scripts/seed/shop"
import { createDeliveryDistrictsWorkflow } from "../../src/workflows/delivery/districts"
import { createDeliveryWindowsWorkflow } from "../../src/workflows/delivery/windows"
import { PLACES, POSTAL_CODE, type SlotShop } from "./shop"

/**
 * `medusa exec`: a shop that delivers to one district, in one slot a day with
 * few places. Writes what requests need to the file named as first argument.
 */
export default async function seed({
  container,
  args,
}: ExecArgs): Promise<void> {
  const context = seedContext(container)
  const made = await seedShop(context)
  const network = await seedDeliveryNetwork(context, made.sales_channel_id)
  await seedProducts(context, { ...made, ...network })
  const shop: SlotShop = {
    publishable_key: await readKey(context, made.publishable_key_id),
    region_id: made.region_id,
    shipping_option_id: await readOption(context),
    variant_id: await readVariant(context),
    district_id: await makeDistrict(context),
  }
  await writeFile(args[0] ?? "shop.json", JSON.stringify(shop))
}

async function makeDistrict({ container }: SeedContext): Promise<string> {
  const { result } = await createDeliveryDistrictsWorkflow(container).run({
    input: {
      districts: [{ name: "Race", postal_codes: [POSTAL_CODE] }],
      actor: SEED_ACTOR,
    },
  })
  const district_id = result[0].id
  await createDeliveryWindowsWorkflow(container).run({
    input: {
      windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        district_id,
        weekday,
        starts_at: "10:00",
        ends_at: "12:00",
        capacity_orders: PLACES,
        lead_days: 0,
        cutoff_time: "09:00",
        price: 4.5,
      })),
      actor: SEED_ACTOR,
    },
  })
  return district_id
}

async function readKey({ query }: SeedContext, id: string): Promise<string> {
  const { data } = await query.graph({
    entity: "api_key",
    fields: ["token"],
    filters: { id },
  })
  return data[0].token
}

async function readOption({ query }: SeedContext): Promise<string> {
  const { data } = await query.graph({
    entity: "shipping_option",
    fields: ["id"],
    filters: { provider_id: PROVIDER },
  })
  return data[0].id
}

/** Of a product that is not kept in stock: five hundred guests want it. */
async function readVariant({ query }: SeedContext): Promise<string> {
  const { data } = await query.graph({
    entity: "variant",
    fields: ["id", "manage_inventory"],
    pagination: { take: 100, skip: 0, order: { id: "ASC" } },
  })
  const variant = data.find(({ manage_inventory }) => !manage_inventory)
  if (!variant) {
    throw new Error("The demo has no product that is made to order.")
  }
  return variant.id
}
