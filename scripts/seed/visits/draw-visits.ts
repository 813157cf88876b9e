import { type DemoProduct, PRODUCTS, tradeOf } from "../catalogue"
import type { DemoCustomer } from "../customers/draw-customers"
import type { DatedOrder } from "../history/dated-order"
import { type Random, randomFor } from "../random/random"

/** Days of visits before today. */
export const VISIT_DAYS = 30
const VISITORS = 100
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Somebody on the shop's pages. */
export type Visit = {
  /** Number of the customer. */
  customer: number
  began_at: Date
  looked_at: DemoProduct[]
  /** Where the visit ended in one. */
  order: DatedOrder | null
}

const PRODUCT_OF = new Map(
  PRODUCTS.flatMap((product) =>
    product.variants.map(({ sku }) => [sku, product] as const)
  )
)

/**
 * What a hundred customers with an account looked at before their orders, and
 * without ordering.
 *
 * @param orders - the history
 * @param until - the instant it ends
 */
export function drawVisits(
  customers: readonly DemoCustomer[],
  orders: readonly DatedOrder[],
  until: Date
): Visit[] {
  const since = new Date(until.getTime() - VISIT_DAYS * DAY_MS)
  const recent = orders.filter(({ placed_at }) => placed_at >= since)
  return chooseVisitors(customers, recent).flatMap((customer) => {
    const random = randomFor("visits", customers[customer].email)
    const own = recent.filter((order) => order.customer === customer)
    return [
      ...own.map((order) => buying(order, random)),
      ...looking(customers[customer], customer, until, random),
    ].filter(({ began_at }) => began_at >= since)
  })
}

/** The first is the one with the log-in; the others ordered of late. */
function chooseVisitors(
  customers: readonly DemoCustomer[],
  recent: readonly DatedOrder[]
): number[] {
  const buyers = new Set([0, ...recent.map(({ customer }) => customer)])
  return [...buyers]
    .filter((customer) => customers[customer].has_account)
    .slice(0, VISITORS)
}

function buying(order: DatedOrder, random: Random): Visit {
  const bought = order.lines.flatMap(({ sku }) => PRODUCT_OF.get(sku) ?? [])
  const minutes = 3 + bought.length * 2 + random.int(0, 6)
  return {
    customer: order.customer,
    began_at: new Date(order.placed_at.getTime() - minutes * MINUTE_MS),
    looked_at: [...new Set(bought)],
    order,
  }
}

const LOOKING_VISITS: [number, number] = [0, 4]
const LOOKED_AT: [number, number] = [1, 4]

function looking(
  { habit }: DemoCustomer,
  customer: number,
  until: Date,
  random: Random
): Visit[] {
  const shelf = PRODUCTS.filter(({ category }) =>
    habit.trades.includes(tradeOf(category))
  )
  return Array.from({ length: random.int(...LOOKING_VISITS) }, () => ({
    customer,
    began_at: new Date(
      until.getTime() -
        random.int(1, VISIT_DAYS - 1) * DAY_MS +
        random.int(8 * 60, 22 * 60) * MINUTE_MS
    ),
    looked_at: random.some(shelf, random.int(...LOOKED_AT)),
    order: null,
  }))
}
