import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateApiKeysWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

import type { SeedContext } from "./context"
import { DEMO_KEY, type DemoMarker, isDemoMarker } from "./marker"
import { shopProviders } from "./payment-providers"

const COUNTRY = "us"
const CURRENCY = "usd"
const SHOP_NAME = "Cornerstore"
const CHANNEL = { name: "Web shop", description: "The shop's own web shop" }
const REGION_NAME = "United States"
const KEY_TITLE = "Web shop"

export type Shop = DemoMarker & { store_id: string }

/**
 * The store, its sales channel and key (Medusa makes all three on its first
 * start; they get the demo's names), a region that sells in dollars and its
 * taxes.
 */
export async function seedShop(context: SeedContext): Promise<Shop> {
  const { store_id, sales_channel_id } = await findStore(context)
  const publishable_key_id = await seedKey(context, sales_channel_id)
  const region_id = await seedRegion(context)
  await seedTaxRegion(context)

  await updateSalesChannelsWorkflow(context.container).run({
    input: { selector: { id: sales_channel_id }, update: CHANNEL },
  })
  await updateStoresWorkflow(context.container).run({
    input: {
      selector: { id: store_id },
      update: {
        name: SHOP_NAME,
        supported_currencies: [{ currency_code: CURRENCY, is_default: true }],
        default_sales_channel_id: sales_channel_id,
        default_region_id: region_id,
      },
    },
  })
  return { store_id, sales_channel_id, publishable_key_id, region_id }
}

/** True once the demo is complete. */
export async function isSeeded({ query }: SeedContext): Promise<boolean> {
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["metadata"],
  })
  return isDemoMarker(stores[0]?.metadata?.[DEMO_KEY])
}

/** Notes on the store that the demo is complete; the last thing the seed does. */
export async function markSeeded(
  { container }: SeedContext,
  { store_id, ...marker }: Shop
): Promise<void> {
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store_id },
      update: { metadata: { [DEMO_KEY]: marker } },
    },
  })
}

async function findStore({ query }: SeedContext) {
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["id", "default_sales_channel_id"],
  })
  const store = stores[0]
  if (!store?.default_sales_channel_id) {
    throw new Error(
      "The database has no store with a sales channel: run the migrations (npm start does) before the seed."
    )
  }
  return {
    store_id: store.id,
    sales_channel_id: store.default_sales_channel_id,
  }
}

async function seedKey(
  { container, query }: SeedContext,
  salesChannelId: string
): Promise<string> {
  const { data: keys } = await query.graph({
    entity: "api_key",
    fields: ["id", "sales_channels_link.sales_channel_id"],
    filters: { type: "publishable", revoked_at: null },
  })
  const key = keys[0]
  if (!key) {
    throw new Error(
      "The database has no publishable API key: run the migrations (npm start does) before the seed."
    )
  }
  await updateApiKeysWorkflow(container).run({
    input: { selector: { id: key.id }, update: { title: KEY_TITLE } },
  })
  const linked = key.sales_channels_link?.some(
    (link: { sales_channel_id: string }) =>
      link.sales_channel_id === salesChannelId
  )
  if (!linked) {
    await linkSalesChannelsToApiKeyWorkflow(container).run({
      input: { id: key.id, add: [salesChannelId] },
    })
  }
  return key.id
}

async function seedRegion(context: SeedContext): Promise<string> {
  const { container, query } = context
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["id"],
    filters: { name: REGION_NAME },
  })
  if (regions[0]) {
    return regions[0].id
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: REGION_NAME,
          currency_code: CURRENCY,
          countries: [COUNTRY],
          payment_providers: await shopProviders(context),
          automatic_taxes: true,
          is_tax_inclusive: false,
        },
      ],
    },
  })
  return result[0].id
}

async function seedTaxRegion({ container, query }: SeedContext): Promise<void> {
  const { data: taxRegions } = await query.graph({
    entity: "tax_region",
    fields: ["id"],
    filters: { country_code: COUNTRY },
  })
  if (!taxRegions.length) {
    await createTaxRegionsWorkflow(container).run({
      input: [{ country_code: COUNTRY, provider_id: "tp_system" }],
    })
  }
}
