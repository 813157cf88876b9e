import {
  batchLinksWorkflow,
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"

import type { SeedContext } from "./context"

const LOCATION = "Shop on Valencia Street"
const FULFILLMENT_SET = "District delivery"
const SERVICE_ZONE = "San Francisco"
const OPTION = "Delivery in your district"
const PROFILE_TYPE = "default"
/** Medusa's name for an option's provider: `<identifier>_<id in medusa-config>`. */
export const PROVIDER = "district-delivery_district-delivery"
const PROVIDER_OPTION = { id: "district-delivery" }

/**
 * Where the shop is and how it delivers: a stock location of the sales
 * channel, a zone and one shipping option of our provider.
 *
 * @returns the shipping profile for products
 */
export async function seedDeliveryNetwork(
  context: SeedContext,
  salesChannelId: string
): Promise<{ shipping_profile_id: string }> {
  const locationId = await seedLocation(context, salesChannelId)
  const serviceZoneId = await seedServiceZone(context, locationId)
  const shipping_profile_id = await seedProfile(context)
  await seedOption(context, serviceZoneId, shipping_profile_id)
  return { shipping_profile_id }
}

async function seedLocation(
  { container, query }: SeedContext,
  salesChannelId: string
): Promise<string> {
  const { data: locations } = await query.graph({
    entity: "stock_location",
    fields: ["id", "sales_channels.id", "fulfillment_providers.id"],
    filters: { name: LOCATION },
  })
  const found = locations[0]
  const id = found?.id ?? (await createLocation({ container }))
  if (
    !found?.sales_channels?.some(
      (channel: { id: string }) => channel.id === salesChannelId
    )
  ) {
    await linkSalesChannelsToStockLocationWorkflow(container).run({
      input: { id, add: [salesChannelId] },
    })
  }
  if (
    !found?.fulfillment_providers?.some(
      (own: { id: string }) => own.id === PROVIDER
    )
  ) {
    await batchLinksWorkflow(container).run({
      input: {
        create: [
          {
            [Modules.STOCK_LOCATION]: { stock_location_id: id },
            [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER },
          },
        ],
      },
    })
  }
  return id
}

async function createLocation({
  container,
}: Pick<SeedContext, "container">): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: LOCATION,
          address: {
            address_1: "800 Valencia Street",
            city: "San Francisco",
            province: "CA",
            postal_code: "94110",
            country_code: "US",
            // Where the routes of the drivers begin and end.
            metadata: { lat: 37.7603, lng: -122.4213 },
          },
        },
      ],
    },
  })
  return result[0].id
}

async function seedServiceZone(
  { container, query }: SeedContext,
  locationId: string
): Promise<string> {
  if (!(await findFulfillmentSet(query))) {
    await createLocationFulfillmentSetWorkflow(container).run({
      input: {
        location_id: locationId,
        fulfillment_set_data: { name: FULFILLMENT_SET, type: "delivery" },
      },
    })
  }
  const set = await findFulfillmentSet(query)
  if (!set) {
    throw new Error(`The fulfillment set "${FULFILLMENT_SET}" was not made.`)
  }
  const zone = set.service_zones?.find(
    (each: { name: string }) => each.name === SERVICE_ZONE
  )
  if (zone) {
    return zone.id
  }
  const { result } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: SERVICE_ZONE,
          fulfillment_set_id: set.id,
          geo_zones: [{ type: "country", country_code: "us" }],
        },
      ],
    },
  })
  return result[0].id
}

async function findFulfillmentSet(query: SeedContext["query"]) {
  const { data: sets } = await query.graph({
    entity: "fulfillment_set",
    fields: ["id", "service_zones.id", "service_zones.name"],
    filters: { name: FULFILLMENT_SET },
  })
  return sets[0]
}

async function seedProfile({ container, query }: SeedContext): Promise<string> {
  const { data: profiles } = await query.graph({
    entity: "shipping_profile",
    fields: ["id"],
    filters: { type: PROFILE_TYPE },
  })
  if (profiles[0]) {
    return profiles[0].id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Goods", type: PROFILE_TYPE }] },
  })
  return result[0].id
}

async function seedOption(
  { container, query }: SeedContext,
  serviceZoneId: string,
  shippingProfileId: string
): Promise<void> {
  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["id"],
    filters: { service_zone_id: serviceZoneId, provider_id: PROVIDER },
  })
  if (options.length) {
    return
  }
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: OPTION,
        price_type: "calculated",
        service_zone_id: serviceZoneId,
        shipping_profile_id: shippingProfileId,
        provider_id: PROVIDER,
        data: PROVIDER_OPTION,
        type: {
          label: "District",
          code: "district",
          description: "Brought by our own drivers in the time you choose",
        },
        rules: [
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
          { attribute: "is_return", operator: "eq", value: "false" },
        ],
      },
    ],
  })
}
