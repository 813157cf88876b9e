import { MedusaError } from "@medusajs/framework/utils"

import { deliveryService } from "../../../src/workflows/delivery/module"
import type { SeedContext } from "../context"
import type { DemoCustomer } from "../customers/draw-customers"
import { PROVIDER } from "../delivery-network"
import { DEMO_ADMIN } from "../demo-people"
import { CARD, CASH, shopProviders } from "../payment-providers"
import type { Shop } from "../shop"

/** What the rows of the history point at. */
export type HistoryShop = {
  region_id: string
  sales_channel_id: string
  location_id: string
  shipping_option: { id: string; name: string; provider_id: string }
  /** User who packed. */
  owner_id: string
  /** Cash orders are paid with it; by card in a shop without cash. */
  cash_provider_id: string
  card_provider_id: string
  /** Window ids by district, weekday and start. */
  windows: Map<string, string>
  /** District of each customer, by e-mail; null where none covers the address. */
  districts: Map<string, string | null>
}

export const windowKey = (
  districtId: string,
  weekday: number,
  startsAt: string
): string => `${districtId} ${weekday} ${startsAt}`

/** @throws MedusaError NOT_FOUND naming what the seed should have made before */
export async function readHistoryShop(
  context: SeedContext,
  shop: Shop,
  customers: readonly DemoCustomer[]
): Promise<HistoryShop> {
  const { query } = context
  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "name", "provider_id"],
    filters: { provider_id: PROVIDER },
  })
  const { data: locations } = await query.graph({
    entity: "stock_location",
    fields: ["id"],
    filters: { sales_channels: { id: shop.sales_channel_id } },
  })
  const { data: users } = await query.graph({
    entity: "user",
    fields: ["id"],
    filters: { email: DEMO_ADMIN.email },
  })
  const { data: windows } = await query.graph({
    entity: "delivery_window",
    fields: ["id", "district_id", "weekday", "starts_at"],
  })
  const providers = await shopProviders(context)
  const cash = providers.includes(CASH)
  return {
    region_id: shop.region_id,
    sales_channel_id: shop.sales_channel_id,
    location_id: required("stock location", locations[0]).id,
    shipping_option: required("shipping option", options[0]),
    owner_id: required("owner", users[0]).id,
    card_provider_id: CARD,
    cash_provider_id: cash ? CASH : CARD,
    windows: new Map(
      windows.map(({ id, district_id, weekday, starts_at }) => [
        windowKey(district_id, weekday, starts_at),
        id,
      ])
    ),
    districts: await districtsOf(context, customers),
  }
}

/** Resolved as the checkout does it: the district may be another than the drawn one. */
async function districtsOf(
  { container }: SeedContext,
  customers: readonly DemoCustomer[]
): Promise<Map<string, string | null>> {
  const delivery = deliveryService(container)
  const found = customers.map(async ({ email, address }) => {
    const { metadata, postal_code, city, address_1 } = address
    const district = await delivery.resolveDistrict({
      ...metadata,
      postal_code,
      city,
      address_1,
    })
    return [email, district?.id ?? null] as const
  })
  return new Map(await Promise.all(found))
}

function required<T>(what: string, found: T | undefined): T {
  if (found === undefined) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The demo's ${what} is not there: run the whole seed, which makes it first.`
    )
  }
  return found
}
