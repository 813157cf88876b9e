import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { decodeCursor, encodeCursor } from "../cursor"
import type { PlacedEntry, TimelineSource } from "./source"

/**
 * Orders of a customer that are looked at. What happens to an order happens
 * long after it was placed, so a page cannot be cut by the time of placing;
 * nobody scrolls past five hundred orders.
 */
const MAX_ORDERS = 500

const instant = z.coerce.date().nullish()
const ordersSchema = z.array(
  z.object({
    id: z.string(),
    display_id: z.coerce.number(),
    total: z.coerce.number(),
    currency_code: z.string(),
    created_at: z.coerce.date(),
    canceled_at: instant,
    fulfillments: z
      .array(z.object({ delivered_at: instant, canceled_at: instant }))
      .nullish(),
  })
)
type TimelineOrder = z.infer<typeof ordersSchema>[number]

const positionSchema = z.object({ at: z.iso.datetime(), id: z.string() })

/** Orders placed, delivered and canceled, as Medusa knows them. */
export const orderSource: TimelineSource = {
  kind: "order",
  async read({ customer_id, after, limit, container }) {
    const orders = await ordersOf(customer_id, container)
    const position = after ? decodeCursor(after, positionSchema) : null
    return orders
      .flatMap(entriesOf)
      .sort((one, other) => compare(placeOf(other), placeOf(one)))
      .filter((placed) => !position || compare(placeOf(placed), position) < 0)
      .slice(0, limit)
  },
}

async function ordersOf(
  customer_id: string,
  container: MedusaContainer
): Promise<TimelineOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "total",
      "currency_code",
      "created_at",
      "canceled_at",
      "fulfillments.delivered_at",
      "fulfillments.canceled_at",
    ],
    filters: { customer_id },
    pagination: { take: MAX_ORDERS, order: { created_at: "DESC" } },
  })
  return ordersSchema.parse(data)
}

function entriesOf(order: TimelineOrder): PlacedEntry[] {
  const delivered = lastDelivery(order)
  return [
    entry(order, "order.placed", order.created_at),
    ...(delivered ? [entry(order, "order.delivered", delivered)] : []),
    ...(order.canceled_at
      ? [entry(order, "order.canceled", order.canceled_at)]
      : []),
  ]
}

/** When everything was there; null while a parcel is still on its way. */
function lastDelivery({ fulfillments }: TimelineOrder): Date | null {
  const living = (fulfillments ?? []).filter(({ canceled_at }) => !canceled_at)
  const times = living.flatMap(({ delivered_at }) => delivered_at ?? [])
  return living.length && times.length === living.length
    ? new Date(Math.max(...times.map((time) => time.getTime())))
    : null
}

function entry(
  { id, display_id, total, currency_code }: TimelineOrder,
  name: "order.placed" | "order.delivered" | "order.canceled",
  time: Date
): PlacedEntry {
  const at = time.toISOString()
  const entryId = `${name}:${id}`
  return {
    position: encodeCursor({ at, id: entryId }),
    entry: {
      id: entryId,
      kind: "order",
      name,
      at,
      reference: { type: "order", id },
      data: { display_id, total, currency_code },
    },
  }
}

type Place = { at: string; id: string }

const placeOf = ({ entry: { at, id } }: PlacedEntry): Place => ({ at, id })

/** Both in one fixed form, so that their letters sort as their times do. */
const compare = (one: Place, other: Place): number =>
  one.at === other.at
    ? Number(one.id > other.id) - Number(one.id < other.id)
    : Number(one.at > other.at) - Number(one.at < other.at)
