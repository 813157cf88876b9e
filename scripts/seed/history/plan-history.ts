import type { DemoCustomer } from "../customers/draw-customers"
import { type Random, randomFor } from "../random/random"
import { TIMES } from "../windows"
import { type BasketLine, drawBasket, drawFavourites } from "./basket"
import { drawMinute, type Minutes, minutesOf } from "./day"
import { orderDays } from "./order-days"
import { chooseSlot, openWindows, type SlotChoice } from "./slot-choice"

/** An order of the past, in days before today and wall time. */
export type PastOrder = {
  /** Number of the customer. */
  customer: number
  days_ago: number
  minute: Minutes
  lines: BasketLine[]
  slot: SlotChoice
  /** Minutes from the window's start to the door. */
  delivered_after: Minutes
  cash: boolean
}

/** Not every customer who pays cash always does. */
const FAITHFUL_TO_CASH = 0.8
/** Orders placed three days ahead and more, for a party. */
const AHEAD = 0.15

/**
 * Everything that was ordered before today, oldest first: always the same for
 * the same weekday of today. No window ever takes more than its capacity.
 *
 * @param today - ISO weekday of today
 */
export function planHistory(
  customers: readonly DemoCustomer[],
  today: number
): PastOrder[] {
  const taken = new Map<string, number>()
  return customers
    .flatMap((customer, index) => ordersOf(customer, index, today))
    .sort((a, b) => b.days_ago - a.days_ago || a.minute - b.minute)
    .filter(({ customer, slot }) => {
      const key = `${customers[customer].district} ${slot.days_ago} ${slot.window}`
      const places = taken.get(key) ?? 0
      taken.set(key, places + 1)
      return places < TIMES[slot.window].capacity_orders
    })
}

function ordersOf(
  customer: DemoCustomer,
  index: number,
  today: number
): PastOrder[] {
  const random = randomFor("history", customer.email)
  const favourites = drawFavourites(customer.habit.trades, random)
  const weekdayOf = (daysAgo: number) =>
    ((((today - 1 - daysAgo) % 7) + 7) % 7) + 1
  return orderDays(customer, random, weekdayOf).flatMap((days_ago) => {
    const minute = drawMinute(random)
    const leadDays = random.chance(AHEAD) ? 3 : random.int(0, 1)
    const slot = chooseSlot(openWindows(days_ago, minute, leadDays), random)
    return slot
      ? [
          {
            customer: index,
            days_ago,
            minute,
            slot,
            lines: drawBasket(
              customer.habit.trades,
              favourites,
              days_ago - slot.days_ago,
              random
            ),
            delivered_after: drawDelivery(slot, random),
            cash: customer.habit.cash && random.chance(FAITHFUL_TO_CASH),
          },
        ]
      : []
  })
}

function drawDelivery({ window }: SlotChoice, random: Random): Minutes {
  const { starts_at, ends_at } = TIMES[window]
  return random.int(5, minutesOf(ends_at) - minutesOf(starts_at) - 5)
}
