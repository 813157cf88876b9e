import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"

import type {
  AdminRouteDetail,
  DriverActionRequest,
  DriverResponse,
  DriverState,
  ListBookingsResponse,
  PlanRoutesResponse,
  RouteResponse,
} from "../../src/sdk/types"
import type { Headers } from "./actors"
import type { HttpClient } from "./http-client"
import type { TestShop } from "./shop"
import { cartAt, Place, placeOrder, Storefront } from "./storefront"
import { waitFor } from "./wait-for"

export const CASH = "pp_cash-on-delivery_cash-on-delivery"
type Admin = { headers: Headers }

/** Lets the shop's region take cash, and says where its kitchen is. */
export async function prepareForRoutes(
  container: MedusaContainer,
  shop: TestShop,
  depot: { lat: number; lng: number }
): Promise<void> {
  await updateRegionsWorkflow(container).run({
    input: {
      selector: { id: shop.region_id },
      update: { payment_providers: ["pp_system_default", CASH] },
    },
  })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["id", "address.*"],
    pagination: { take: 1, skip: 0 },
  })
  await container
    .resolve(Modules.STOCK_LOCATION)
    .updateStockLocations(data[0].id, {
      address: {
        address_1: "1 Market Street",
        country_code: "us",
        metadata: depot,
      },
    })
}

export type PlacedOrder = {
  order_id: string
  display_id: number
  booking_id: string
  date: string
  track: string
}

/**
 * Places an order of one cake (34.50 with delivery) into the first open slot
 * of a place.
 *
 * @param provider - how it is paid; cash unless said otherwise
 * @param shopping - what else is done with the cart, before it is paid
 */
export async function placeDelivery(
  { api, admin, sdk, shop }: RouteShop,
  place: Place,
  provider = CASH,
  shopping: (cartId: string) => Promise<void> = async () => undefined
): Promise<PlacedOrder> {
  const cartId = await cartAt(sdk, shop, place)
  await shopping(cartId)
  const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
  const slot_id = slots.find(({ state }) => state === "open")?.id ?? ""
  await sdk.cornerstore.delivery.holdSlot(cartId, slot_id)
  const { cart } = await sdk.store.cart.addShippingMethod(cartId, {
    option_id: shop.delivery_option_id,
    data: { slot_id },
  })
  await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: provider,
  })
  const order = await placeOrder(sdk, cartId)
  const delivery = await waitFor("the booking of the order", async () => {
    const found = await sdk.cornerstore.delivery.retrieveForOrder(order.id)
    return found.delivery
  })
  const { data } = await api.get<ListBookingsResponse>(
    `/admin/delivery/bookings?order_id=${order.id}`,
    admin
  )
  return {
    order_id: order.id,
    display_id: order.display_id ?? 0,
    booking_id: data.bookings[0].id,
    date: delivery.slot.date,
    track: `/track/${delivery.tracking_token}`,
  }
}

export type RouteShop = {
  api: HttpClient
  admin: Admin
  sdk: Storefront
  shop: TestShop
}

export async function createDriver(
  { api, admin }: RouteShop,
  name = "Dana"
): Promise<string> {
  const { data } = await api.post<DriverResponse>(
    "/admin/delivery/drivers",
    { name, phone: "+1 415 555 0100" },
    admin
  )
  return data.driver.id
}

export async function planDay(
  { api, admin }: RouteShop,
  date: string,
  body: object = {}
): Promise<PlanRoutesResponse["proposal"]> {
  const { data } = await api.post<PlanRoutesResponse>(
    "/admin/delivery/routes/plan",
    { date, ...body },
    admin
  )
  return data.proposal
}

/** A route of a day, published, with the path of its driver's link. */
export async function publishedRoute(
  shop: RouteShop,
  date: string
): Promise<{ route: AdminRouteDetail; link: string }> {
  const { routes } = await planDay(shop, date)
  const { data } = await shop.api.post<RouteResponse>(
    `/admin/delivery/routes/${routes[0].id}/publish`,
    {},
    shop.admin
  )
  return {
    route: data.route,
    link: new URL(String(data.route.driver_url)).pathname,
  }
}

let taps = 0

/** What a driver's page sends; each call is a tap of its own unless it has a key. */
export async function tap(
  { api }: Pick<RouteShop, "api">,
  link: string,
  action: DistributiveOmit<DriverActionRequest, "key"> & { key?: string }
): Promise<DriverState> {
  taps++
  const { data } = await api.post<DriverState>(`${link}/actions`, {
    key: `tap-number-${taps}`,
    ...action,
  })
  return data
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown
  ? Omit<T, K>
  : never
