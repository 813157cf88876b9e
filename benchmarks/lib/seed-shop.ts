import { writeFile } from "node:fs/promises"

import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  batchLinksWorkflow,
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"

import { type SeedContext, seedContext } from "../../scripts/seed/context"
import { seedProducts } from "../../scripts/seed/products"
import { seedShop } from "../../scripts/seed/shop"
import type { BenchShop } from "./shop"

const MANUAL = "manual_manual"

/**
 * `medusa exec`: the demo's products in a shop that knows nothing of the
 * plugin: Medusa's manual shipping and system payment. Writes what requests
 * need to the file named as first argument.
 */
export default async function seed({
  container,
  args,
}: ExecArgs): Promise<void> {
  const context = seedContext(container)
  const { sales_channel_id, publishable_key_id, region_id } =
    await seedShop(context)
  const shipping_profile_id = await makeProfile(context)
  const shipping_option_id = await makeShipping(
    context,
    sales_channel_id,
    shipping_profile_id
  )
  await seedProducts(context, { sales_channel_id, shipping_profile_id })
  const shop: BenchShop = {
    publishable_key: await readKey(context, publishable_key_id),
    region_id,
    shipping_option_id,
    variant_ids: await readVariants(context),
  }
  await writeFile(args[0] ?? "shop.json", JSON.stringify(shop))
}

async function makeProfile({ container }: SeedContext): Promise<string> {
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Bench", type: "bench" }] },
  })
  return result[0].id
}

async function makeShipping(
  context: SeedContext,
  salesChannelId: string,
  shipping_profile_id: string
): Promise<string> {
  const service_zone_id = await makeZone(context, salesChannelId)
  const { result } = await createShippingOptionsWorkflow(context.container).run(
    {
      input: [
        {
          name: "Post",
          price_type: "flat",
          provider_id: MANUAL,
          service_zone_id,
          shipping_profile_id,
          type: { label: "Post", description: "By post", code: "post" },
          prices: [{ currency_code: "usd", amount: 5 }],
        },
      ],
    }
  )
  return result[0].id
}

/** A stock location of the sales channel that ships within the country. */
async function makeZone(
  { container, query }: SeedContext,
  salesChannelId: string
): Promise<string> {
  const { result: locations } = await createStockLocationsWorkflow(
    container
  ).run({ input: { locations: [{ name: "Bakery" }] } })
  const location = locations[0].id
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location, add: [salesChannelId] },
  })
  await batchLinksWorkflow(container).run({
    input: {
      create: [
        {
          [Modules.STOCK_LOCATION]: { stock_location_id: location },
          [Modules.FULFILLMENT]: { fulfillment_provider_id: MANUAL },
        },
      ],
    },
  })
  await createLocationFulfillmentSetWorkflow(container).run({
    input: {
      location_id: location,
      fulfillment_set_data: { name: "Bench", type: "shipping" },
    },
  })
  const { data: sets } = await query.graph({
    entity: "fulfillment_set",
    fields: ["id"],
  })
  const { result: zones } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: "United States",
          fulfillment_set_id: sets[0].id,
          geo_zones: [{ type: "country", country_code: "us" }],
        },
      ],
    },
  })
  return zones[0].id
}

async function readKey({ query }: SeedContext, id: string): Promise<string> {
  const { data } = await query.graph({
    entity: "api_key",
    fields: ["token"],
    filters: { id },
  })
  return data[0].token
}

async function readVariants({ query }: SeedContext): Promise<string[]> {
  const { data } = await query.graph({ entity: "variant", fields: ["id"] })
  return data.map(({ id }) => id).sort()
}
