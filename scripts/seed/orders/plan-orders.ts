import type { Instructions } from "../../../src/sdk/types"
import { PRODUCTS, type Trade, tradeOf } from "../catalogue"
import type { DemoCustomer } from "../customers/draw-customers"
import { type BasketLine, drawBasket, drawFavourites } from "../history/basket"
import { type Random, randomFor } from "../random/random"
import { drawLineWishes, drawWishes } from "./wishes"

/** Days ahead that get orders, today the first while a slot of it is open. */
export const DAYS_AHEAD = 3
const ORDERS_A_DAY = 10
/** Of a day's orders, how many have something for the POS of the dispensary. */
const DISPENSARY_A_DAY = 3
const CASH_OF_ALL = 0.3
const CANNABIS = new Set(
  PRODUCTS.filter(({ category }) => tradeOf(category) === "Dispensary").flatMap(
    ({ variants }) => variants.map(({ sku }) => sku)
  )
)

/** An order that is placed while the shop is set up. */
export type PlannedOrder = {
  /** Number of the customer; nobody has two. */
  customer: number
  /** 0 for the first day with an open slot. */
  day: number
  lines: (BasketLine & { wishes: Instructions | null })[]
  wishes: Instructions | null
  cash: boolean
}

/** Orders for the next days, always the same ones. */
export function planOrders(customers: readonly DemoCustomer[]): PlannedOrder[] {
  const random = randomFor("orders ahead")
  const faithful = customers.flatMap(({ habit }, index) =>
    // The customer with the log-in places orders of her own.
    index > 0 && (habit.kind === "regular" || habit.kind === "frequent")
      ? [index]
      : []
  )
  const buysCannabis = (index: number) =>
    customers[index].habit.trades.includes("Dispensary")
  const count = DAYS_AHEAD * ORDERS_A_DAY
  const dispensary = random.some(
    faithful.filter(buysCannabis),
    DAYS_AHEAD * DISPENSARY_A_DAY
  )
  const others = random.some(
    faithful.filter((index) => !buysCannabis(index)),
    count - dispensary.length
  )
  return [...dispensary, ...others].map((customer, number) =>
    planOrder(customers[customer], customer, number % DAYS_AHEAD)
  )
}

function planOrder(
  { email, habit }: DemoCustomer,
  customer: number,
  day: number
): PlannedOrder {
  const random = randomFor("order ahead", email)
  const favourites = drawFavourites(habit.trades, random)
  const basket = drawBasket(habit.trades, favourites, day, random)
  return {
    customer,
    day,
    lines: withCannabis(habit.trades, basket, random).map((line) => ({
      ...line,
      wishes: drawLineWishes(line.sku, random),
    })),
    wishes: drawWishes(random),
    cash: habit.cash || random.chance(CASH_OF_ALL),
  }
}

/** Who buys cannabis does so this time. */
function withCannabis(
  trades: Trade[],
  basket: BasketLine[],
  random: Random
): BasketLine[] {
  if (
    !trades.includes("Dispensary") ||
    basket.some(({ sku }) => CANNABIS.has(sku))
  ) {
    return basket
  }
  return [...basket, { sku: random.pick([...CANNABIS]), quantity: 1 }]
}
