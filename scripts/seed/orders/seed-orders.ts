import { getCurrentOptions } from "../../../src/lib/current-options"
import {
  LocalDate,
  toInstant,
} from "../../../src/modules/delivery/domain/local-time"
import type { SeedContext } from "../context"
import type { People } from "../customers/people"
import { PROVIDER } from "../delivery-network"
import { CARD, CASH, shopProviders } from "../payment-providers"
import type { Shop } from "../shop"
import { type Counter, placeOrder, type PlacedOrder } from "./place-order"
import { planOrders, type PlannedOrder } from "./plan-orders"
import { settleOrders } from "./settle-orders"

/** Orders placed at the same time: the database answers one while we prepare others. */
const AT_ONCE = 3

/**
 * Places the orders of the next three days for real. Those that a seed cut
 * short has placed are found by their customers and only settled.
 *
 * @param today - the day the seed began
 */
export async function seedOrders(
  context: SeedContext,
  shop: Shop,
  { customers, customerIds }: People,
  today: LocalDate
): Promise<void> {
  const planned = planOrders(customers).map((order) => ({
    ...order,
    customer_id: customerIds.get(customers[order.customer].email) ?? "",
  }))
  const known = await findPlaced(
    context,
    planned.map(({ customer_id }) => customer_id),
    today
  )
  const counter = await readCounter(context, shop)
  const placed: PlacedOrder[] = []
  await inParallel(
    planned.filter(({ customer_id }) => !known.has(customer_id)),
    async (order: PlannedOrder & { customer_id: string }) => {
      const customer = { ...customers[order.customer], id: order.customer_id }
      const done = await placeOrder(context, order, customer, counter)
      if (done) {
        placed.push(done)
      }
    }
  )
  await settleOrders(context.container, [...known.values(), ...placed])
  tell(context, placed, today)
  const without = planned.length - known.size - placed.length
  if (without) {
    context.logger.warn(
      `${without} orders were not placed: no slot is open where their customers live.`
    )
  }
}

function tell(
  { logger }: SeedContext,
  placed: readonly PlacedOrder[],
  today: LocalDate
): void {
  const days = [...new Set(placed.map(({ date }) => date))].sort()
  const counts = days.map(
    (day) => `${placed.filter(({ date }) => date === day).length} for ${day}`
  )
  logger.info(`Orders placed: ${counts.join(", ") || "none"}.`)
  if (placed.length && days[0] !== today) {
    logger.info(
      `No slot of ${today} is open any more, so the first orders are for ${days[0]}.`
    )
  }
}

/** Orders of these customers since the day began, by customer; the history ends before. */
async function findPlaced(
  { query }: SeedContext,
  customerIds: string[],
  today: LocalDate
): Promise<Map<string, { order_id: string; cart_id: string }>> {
  const { timeZone } = getCurrentOptions()
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["id", "customer_id"],
    filters: {
      customer_id: customerIds,
      created_at: { $gte: toInstant(today, "00:00", timeZone) },
    },
  })
  const { data: carts } = await query.graph({
    entity: "order_cart",
    fields: ["order_id", "cart_id"],
    filters: { order_id: orders.map(({ id }) => id) },
  })
  const customerOf = new Map(
    orders.map(({ id, customer_id }) => [id, customer_id])
  )
  return new Map(
    carts.flatMap(({ order_id, cart_id }) => {
      const customer = customerOf.get(order_id)
      return customer ? [[customer, { order_id, cart_id }] as const] : []
    })
  )
}

async function readCounter(context: SeedContext, shop: Shop): Promise<Counter> {
  const { query } = context
  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["id"],
    filters: { provider_id: PROVIDER },
  })
  const { data: variants } = await query.graph({
    entity: "product_variant",
    fields: ["id", "sku"],
  })
  const providers = await shopProviders(context)
  return {
    shop,
    shipping_option_id: options[0].id,
    card_provider_id: CARD,
    cash_provider_id: providers.includes(CASH) ? CASH : CARD,
    variants: new Map(
      variants.flatMap(({ id, sku }) => (sku ? [[sku, id] as const] : []))
    ),
  }
}

/** So many at a time, each next one in its order. */
async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>
): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
