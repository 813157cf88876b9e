import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { firstOrderIdSince } from "../../../lib/order-id"
import type { OrdersWithoutSlotResponse } from "../../../sdk/types"
import { ourShippingOptions } from "./read-order"

/** An order that nobody gave a slot for so long was dealt with in another way. */
const LOOK_BACK_MS = 60 * 86_400_000
/** A place becomes the order's a moment after the order is placed. */
const SETTLE_MS = 30_000

const rowsSchema = z.object({ rows: z.array(z.object({ id: z.string() })) })

const ordersSchema = z.array(
  z.object({
    id: z.string(),
    display_id: z.coerce.number(),
    created_at: z.coerce.date(),
    shipping_address: z
      .object({
        first_name: z.string().nullish(),
        last_name: z.string().nullish(),
      })
      .nullish(),
  })
)

/**
 * Orders that are to be delivered by district and have no slot, oldest first:
 * converted drafts, orders by phone, orders whose hold ran out where a host
 * completes carts without our guard.
 *
 * It is asked for and not remembered: what has a slot by now is not among them.
 * One statement over Medusa's tables and ours, since `query.graph` cannot ask
 * for what is missing; by the id of an order, which begins with its time.
 */
export async function listOrdersWithoutSlot(
  limit: number,
  now: Date,
  container: MedusaContainer
): Promise<OrdersWithoutSlotResponse> {
  const options = await ourShippingOptions(container)
  if (!options.length) {
    return { orders: [], has_more: false }
  }
  const ids = await ordersWithoutBooking(options, limit + 1, now, container)
  return {
    orders: await readOrders(ids.slice(0, limit), container),
    has_more: ids.length > limit,
  }
}

async function ordersWithoutBooking(
  optionIds: string[],
  limit: number,
  now: Date,
  container: MedusaContainer
): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const answer: unknown = await knex.raw(
    `select o.id from "order" o
      where o.id >= ? and o.id < ? and o.deleted_at is null
        and o.canceled_at is null and not o.is_draft_order
        and o.status in ('pending', 'requires_action')
        and exists (select 1 from order_shipping s
                      join order_shipping_method m on m.id = s.shipping_method_id
                     where s.order_id = o.id and s.version = o.version
                       and s.deleted_at is null and m.deleted_at is null
                       and m.shipping_option_id = any(?))
        and not exists (select 1 from delivery_booking b
                         where b.order_id = o.id and b.status <> 'released'
                           and b.deleted_at is null)
        and not exists (select 1 from order_fulfillment l
                          join fulfillment f on f.id = l.fulfillment_id
                         where l.order_id = o.id and l.deleted_at is null
                           and f.canceled_at is null and f.delivered_at is not null)
      order by o.id
      limit ?`,
    [
      firstOrderIdSince(new Date(now.getTime() - LOOK_BACK_MS)),
      firstOrderIdSince(new Date(now.getTime() - SETTLE_MS)),
      optionIds,
      limit,
    ]
  )
  return rowsSchema.parse(answer).rows.map(({ id }) => id)
}

async function readOrders(
  ids: string[],
  container: MedusaContainer
): Promise<OrdersWithoutSlotResponse["orders"]> {
  if (!ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "created_at",
      "shipping_address.first_name",
      "shipping_address.last_name",
    ],
    filters: { id: ids },
    pagination: { take: ids.length, skip: 0, order: { id: "ASC" } },
  })
  return ordersSchema.parse(data).map(({ shipping_address, ...order }) => ({
    id: order.id,
    display_id: order.display_id,
    created_at: order.created_at.toISOString(),
    customer_name:
      [shipping_address?.first_name, shipping_address?.last_name]
        .filter(Boolean)
        .join(" ") || null,
  }))
}
