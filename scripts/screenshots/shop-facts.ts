import Medusa from "@medusajs/js-sdk"

import type {
  AdminBooking,
  AdminOrderDeliveryResponse,
  AdminOrderPosResponse,
  ListBookingsResponse,
  ListDistrictsResponse,
  ListPosConnectionsResponse,
  ListProductDaysResponse,
  SystemHealthResponse,
} from "../../src/sdk"
import type { Demo } from "./demo"
import { publishedRoute } from "./route"

/** What the pages to be pictured are about. */
export type ShopFacts = {
  timeZone: string
  orderId: string
  customerId: string
  districtId: string
  trackingUrl: string
  routeId: string
  driverUrl: string
  connectionId: string | null
  /** Made to order and ordered; null when nothing is. */
  preOrderProductId: string | null
  /** Null unless `npm run storefront` runs too. */
  storefrontUrl: string | null
}

const STOREFRONT = "http://localhost:8000"

/**
 * Reads what the pictures need, after planning a route in a shop without any.
 *
 * @throws Error when the shop has no district or no booked order
 */
export async function readFacts(demo: Demo): Promise<ShopFacts> {
  const sdk = new Medusa({
    baseUrl: demo.url,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
  await sdk.auth.login("user", "emailpass", demo.admin)
  const get = <T>(path: string) => sdk.client.fetch<T>(path)
  const [health, { districts }, { bookings }, { connections }] =
    await Promise.all([
      get<SystemHealthResponse>("/admin/system/health"),
      get<ListDistrictsResponse>("/admin/delivery/districts?limit=1"),
      get<ListBookingsResponse>(
        "/admin/delivery/bookings?status=booked&limit=50"
      ),
      get<ListPosConnectionsResponse>("/admin/pos/connections?limit=1"),
    ])
  const booking = await bestPictured(sdk, bookings)
  if (!booking?.order_id || !districts[0]) {
    throw new Error("The demo shop has no district or no booked order.")
  }
  const { delivery } = await get<AdminOrderDeliveryResponse>(
    `/admin/orders/${booking.order_id}/delivery`
  )
  const { order } = await sdk.admin.order.retrieve(booking.order_id, {
    fields: "customer_id",
  })
  const { product_days } = await get<ListProductDaysResponse>(
    "/admin/delivery/product-days?limit=1"
  )
  const route = await publishedRoute(sdk, booking.slot.date)
  return {
    timeZone: health.time_zone,
    orderId: booking.order_id,
    customerId: order.customer_id ?? "",
    districtId: districts[0].id,
    trackingUrl: delivery?.tracking_url ?? "",
    routeId: route.id,
    driverUrl: route.driver_url ?? "",
    connectionId: connections[0]?.id ?? null,
    preOrderProductId: product_days[0]?.product_id ?? null,
    storefrontUrl: await fetch(STOREFRONT).then(
      ({ ok }) => (ok ? STOREFRONT : null),
      () => null
    ),
  }
}

/** An order that is at the register too shows the most; else the first one. */
async function bestPictured(
  sdk: Medusa,
  bookings: AdminBooking[]
): Promise<AdminBooking | undefined> {
  for (const booking of bookings) {
    const { pos_orders } = await sdk.client.fetch<AdminOrderPosResponse>(
      `/admin/orders/${booking.order_id}/pos`
    )
    if (pos_orders.some(({ external_id }) => external_id !== null)) {
      return booking
    }
  }
  return bookings[0]
}
