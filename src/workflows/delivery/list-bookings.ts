import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { deliveryStage } from "../../modules/delivery/domain/delivery-stage"
import type {
  BookingFilter,
  BookingListRow,
} from "../../modules/delivery/queries/booking-list"
import type { AdminBooking } from "../../sdk/types"
import { bookingRoute } from "./booking-route"
import { deliveryService } from "./module"
import { addressLines, customerName } from "./stop-orders"

const orderSchema = z.object({
  id: z.string(),
  display_id: z.coerce.number(),
  email: z.string().nullish(),
  total: z.coerce.number(),
  currency_code: z.string(),
  shipping_address: z
    .object({
      first_name: z.string().nullish(),
      last_name: z.string().nullish(),
      company: z.string().nullish(),
      address_1: z.string().nullish(),
      address_2: z.string().nullish(),
      city: z.string().nullish(),
      postal_code: z.string().nullish(),
    })
    .nullish(),
})
type ListedOrder = z.infer<typeof orderSchema>

/**
 * A page of bookings for the dashboard, with their orders read in one query.
 *
 * @param filter - `q` is an order number as the customer sees it
 */
export async function listBookings(
  { q, ...filter }: BookingFilter & { q?: string },
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<{ bookings: AdminBooking[]; count: number }> {
  const order_id = q ? await orderIdsByNumber(q, container) : filter.order_id
  const { rows, count } = await deliveryService(container).pageBookings(
    { ...filter, order_id },
    page
  )
  const orders = await ordersById(
    rows.flatMap(({ order_id }) => order_id ?? []),
    container
  )
  return {
    bookings: rows.map((row) =>
      toAdminBooking(row, orders.get(row.order_id ?? ""))
    ),
    count,
  }
}

async function orderIdsByNumber(
  q: string,
  container: MedusaContainer
): Promise<string[]> {
  const number = Number(q.replace(/^#/, ""))
  if (!Number.isSafeInteger(number)) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { display_id: number },
  })
  return data.map(({ id }: { id: string }) => id)
}

async function ordersById(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, ListedOrder>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "email",
      "total",
      "currency_code",
      "shipping_address.*",
    ],
    filters: { id: ids },
  })
  const orders = z.array(orderSchema).parse(data)
  return new Map(orders.map((order) => [order.id, order]))
}

function toAdminBooking(
  row: BookingListRow,
  order: ListedOrder | undefined
): AdminBooking {
  return {
    id: row.id,
    status: row.status,
    stage: deliveryStage(row.status, row),
    order_id: row.order_id,
    cart_id: row.cart_id,
    delivered_at: row.delivered_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    slot: {
      id: row.slot_id,
      date: row.date,
      starts_at: row.starts_at.toISOString(),
      ends_at: row.ends_at.toISOString(),
      capacity_orders: row.capacity_orders,
      reserved_orders: row.reserved_orders,
    },
    district: { id: row.district_id, name: row.district_name },
    order: order
      ? {
          id: order.id,
          display_id: order.display_id,
          email: order.email ?? null,
          customer_name: customerName(order),
          address: addressLines(order),
          total: order.total,
          currency_code: order.currency_code,
        }
      : null,
    route: bookingRoute(row),
  }
}
