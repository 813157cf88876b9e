import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"

import { createPublishableKey, Headers } from "./actors"

/** A shop small enough to be made in each suite. */
export type TestShop = {
  region_id: string
  sales_channel_id: string
  variant_id: string
  /** Delivery by district, priced by the slot. */
  delivery_option_id: string
  /** Medusa's manual provider, 5 USD. */
  manual_option_id: string
  publishable_key: string
  headers: Headers
}

/** Makes a shop that sells one cake for 30 USD and ships within the US. */
export async function createTestShop(
  container: MedusaContainer
): Promise<TestShop> {
  const channel = await createChannel(container)
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "United States",
          currency_code: "usd",
          countries: ["us"],
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  const { result: profiles } = await createShippingProfilesWorkflow(
    container
  ).run({ input: { data: [{ name: "Cakes", type: "cakes" }] } })
  const zone = await createServiceZone(container, channel)
  const options = await createOptions(container, zone, profiles[0].id)
  const variant_id = await createCake(container, channel, profiles[0].id)
  const key = await createPublishableKey(container, [channel])
  return {
    region_id: regions[0].id,
    sales_channel_id: channel,
    variant_id,
    ...options,
    publishable_key: key.key,
    headers: key.headers,
  }
}

async function createChannel(container: MedusaContainer): Promise<string> {
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Web" }] },
  })
  return result[0].id
}

async function createServiceZone(
  container: MedusaContainer,
  salesChannelId: string
): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Kitchen",
          address: {
            address_1: "1 Market Street",
            city: "San Francisco",
            country_code: "us",
            postal_code: "94105",
          },
        },
      ],
    },
  })
  const [{ id: location }] = result
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location, add: [salesChannelId] },
  })
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const set = await fulfillment.createFulfillmentSets({
    name: "Delivery",
    type: "shipping",
    service_zones: [
      { name: "US", geo_zones: [{ type: "country", country_code: "us" }] },
    ],
  })
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
    ...["manual_manual", "district-delivery_district-delivery"].map((id) => ({
      [Modules.STOCK_LOCATION]: { stock_location_id: location },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: id },
    })),
  ])
  return set.service_zones[0].id
}

async function createOptions(
  container: MedusaContainer,
  service_zone_id: string,
  shipping_profile_id: string
): Promise<Pick<TestShop, "delivery_option_id" | "manual_option_id">> {
  const shared = { service_zone_id, shipping_profile_id }
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        ...shared,
        name: "Delivery in your district",
        price_type: "calculated",
        provider_id: "district-delivery_district-delivery",
        data: { id: "district-delivery" },
        type: { label: "Delivery", description: "In a slot", code: "slot" },
      },
      {
        ...shared,
        name: "Post",
        price_type: "flat",
        provider_id: "manual_manual",
        prices: [{ currency_code: "usd", amount: 5 }],
        type: { label: "Post", description: "By post", code: "post" },
      },
    ],
  })
  return {
    delivery_option_id: result[0].id,
    manual_option_id: result[1].id,
  }
}

async function createCake(
  container: MedusaContainer,
  salesChannelId: string,
  shipping_profile_id: string
): Promise<string> {
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: "Lemon cake",
          status: "published",
          shipping_profile_id,
          sales_channels: [{ id: salesChannelId }],
          options: [{ title: "Size", values: ["8 inch"] }],
          variants: [
            {
              title: "8 inch",
              sku: "CAKE-LEMON-8",
              manage_inventory: false,
              options: { Size: "8 inch" },
              prices: [{ currency_code: "usd", amount: 30 }],
            },
          ],
        },
      ],
    },
  })
  return result[0].variants[0].id
}
