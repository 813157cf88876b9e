import type { Headers } from "../../helpers/actors"
import type { HttpClient } from "../../helpers/http-client"
import type { TestShop } from "../../helpers/shop"

type Admin = { headers: Headers }
type Made = { id: string }

const DELIVERY = "district-delivery_district-delivery"
const MANUAL = "manual_manual"

/**
 * Makes a shop that sells one cake for 30 USD, with the requests that the
 * dashboard sends: whoever installed the package has no other way in.
 */
export async function createShopOverHttp(
  api: HttpClient,
  admin: Admin
): Promise<TestShop> {
  const make = maker(api, admin)
  const { sales_channel } = await make<"sales_channel">(
    "/admin/sales-channels",
    { name: "Web" }
  )
  const { region } = await make<"region">("/admin/regions", {
    name: "United States",
    currency_code: "usd",
    countries: ["us"],
    payment_providers: ["pp_system_default"],
  })
  const { shipping_profile } = await make<"shipping_profile">(
    "/admin/shipping-profiles",
    { name: "Cakes", type: "cakes" }
  )
  const zone = await createServiceZone(api, admin, sales_channel.id)
  const options = await createOptions(api, admin, {
    service_zone_id: zone,
    shipping_profile_id: shipping_profile.id,
  })
  const variant_id = await createCake(api, admin, {
    sales_channels: [{ id: sales_channel.id }],
    shipping_profile_id: shipping_profile.id,
  })
  const key = await createKey(api, admin, sales_channel.id)
  return {
    region_id: region.id,
    sales_channel_id: sales_channel.id,
    variant_id,
    ...options,
    publishable_key: key,
    headers: { "x-publishable-api-key": key },
  }
}

async function createServiceZone(
  api: HttpClient,
  admin: Admin,
  salesChannelId: string
): Promise<string> {
  const make = maker(api, admin)
  const { stock_location } = await make<"stock_location">(
    "/admin/stock-locations",
    {
      name: "Kitchen",
      address: {
        address_1: "1 Market Street",
        city: "San Francisco",
        country_code: "us",
        postal_code: "94105",
      },
    }
  )
  const path = `/admin/stock-locations/${stock_location.id}`
  await make(`${path}/sales-channels`, { add: [salesChannelId] })
  await make(`${path}/fulfillment-providers`, { add: [MANUAL, DELIVERY] })
  await make(`${path}/fulfillment-sets`, { name: "Delivery", type: "shipping" })
  const { data } = await api.get<{
    stock_location: { fulfillment_sets: Made[] }
  }>(`${path}?fields=fulfillment_sets.id`, admin)
  const [set] = data.stock_location.fulfillment_sets
  const { data: zoned } = await api.post<{
    fulfillment_set: { service_zones: Made[] }
  }>(
    `/admin/fulfillment-sets/${set.id}/service-zones`,
    { name: "US", geo_zones: [{ type: "country", country_code: "us" }] },
    admin
  )
  return zoned.fulfillment_set.service_zones[0].id
}

async function createOptions(
  api: HttpClient,
  admin: Admin,
  shared: { service_zone_id: string; shipping_profile_id: string }
): Promise<Pick<TestShop, "delivery_option_id" | "manual_option_id">> {
  const make = maker(api, admin)
  const delivery = await make<"shipping_option">("/admin/shipping-options", {
    ...shared,
    name: "Delivery in your district",
    price_type: "calculated",
    provider_id: DELIVERY,
    data: { id: "district-delivery" },
    type: { label: "Delivery", description: "In a slot", code: "slot" },
    prices: [],
    rules: [],
  })
  const manual = await make<"shipping_option">("/admin/shipping-options", {
    ...shared,
    name: "Post",
    price_type: "flat",
    provider_id: MANUAL,
    prices: [{ currency_code: "usd", amount: 5 }],
    type: { label: "Post", description: "By post", code: "post" },
  })
  return {
    delivery_option_id: delivery.shipping_option.id,
    manual_option_id: manual.shipping_option.id,
  }
}

async function createCake(
  api: HttpClient,
  admin: Admin,
  shared: { sales_channels: Made[]; shipping_profile_id: string }
): Promise<string> {
  const { data } = await api.post<{ product: { variants: Made[] } }>(
    "/admin/products?fields=variants.id",
    {
      ...shared,
      title: "Lemon cake",
      status: "published",
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
    admin
  )
  return data.product.variants[0].id
}

async function createKey(
  api: HttpClient,
  admin: Admin,
  salesChannelId: string
): Promise<string> {
  const { data } = await api.post<{ api_key: Made & { token: string } }>(
    "/admin/api-keys",
    { title: "Storefront", type: "publishable" },
    admin
  )
  await maker(api, admin)(`/admin/api-keys/${data.api_key.id}/sales-channels`, {
    add: [salesChannelId],
  })
  return data.api_key.token
}

/** Posts and gives the answer, of which the id of the named thing is read. */
function maker(api: HttpClient, admin: Admin) {
  return async <Name extends string>(
    path: string,
    body: object
  ): Promise<Record<Name, Made>> => {
    const { data } = await api.post<Record<Name, Made>>(path, body, admin)
    return data
  }
}
