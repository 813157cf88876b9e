import Medusa from "@medusajs/js-sdk"

import type {
  AdminOrderDeliveryResponse,
  ListBookingsResponse,
  ListDistrictsResponse,
  SystemHealthResponse,
} from "../../src/sdk"
import type { Demo } from "./demo"
import { placeDemoOrders } from "./demo-orders"

/** What the pages to be pictured are about. */
export type ShopFacts = {
  timeZone: string
  orderId: string
  districtId: string
  trackingUrl: string
}

/**
 * Reads what the pictures need, after placing orders in a shop without any.
 *
 * @throws Error when the shop has no district
 */
export async function readFacts(demo: Demo): Promise<ShopFacts> {
  const sdk = new Medusa({
    baseUrl: demo.url,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
  await sdk.auth.login("user", "emailpass", demo.admin)
  const get = <T>(path: string) => sdk.client.fetch<T>(path)
  const bookings = () =>
    get<ListBookingsResponse>(
      "/admin/delivery/bookings?status=booked&status=delivered&limit=200"
    )

  let { bookings: rows } = await bookings()
  if (rows.length === 0) {
    await placeDemoOrders(demo)
    await deliverFirst(sdk, (await bookings()).bookings)
    rows = (await bookings()).bookings
  }
  const [health, { districts }] = await Promise.all([
    get<SystemHealthResponse>("/admin/system/health"),
    get<ListDistrictsResponse>("/admin/delivery/districts?limit=1"),
  ])
  const orderId = rows.find(({ status }) => status === "booked")?.order_id
  const { delivery } = orderId
    ? await get<AdminOrderDeliveryResponse>(`/admin/orders/${orderId}/delivery`)
    : { delivery: null }
  if (!orderId || !delivery || !districts[0]) {
    throw new Error("The demo shop has no district or no booked order.")
  }
  return {
    timeZone: health.time_zone,
    orderId,
    districtId: districts[0].id,
    trackingUrl: delivery.tracking_url,
  }
}

/** One delivered order among the booked ones shows both states. */
async function deliverFirst(
  sdk: Medusa,
  [first]: ListBookingsResponse["bookings"]
): Promise<void> {
  if (first) {
    await sdk.client.fetch(`/admin/delivery/bookings/${first.id}/delivered`, {
      method: "POST",
    })
  }
}
