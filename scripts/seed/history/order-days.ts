import type { DemoCustomer } from "../customers/draw-customers"
import type { Random } from "../random/random"

/** Days of history before today. */
export const HISTORY_DAYS = 120
/** Who lapsed has not ordered for so many days. */
const LAPSED_DAYS = 45

const SPREAD_FROM = 0.6
const SPREAD_TO = 1.4
/** How often an order falls on the customer's own weekday. */
const FAITHFUL = 0.65
const DAYS_OF_WEEK = 7
/** Orders that fall through: a trip, a cold, a full fridge. */
const SKIPPED = 0.04

/**
 * How many days ago a customer ordered, oldest first; never today.
 *
 * @param weekdayOf - ISO weekday of the day so many days ago
 */
export function orderDays(
  { habit, days_known }: DemoCustomer,
  random: Random,
  weekdayOf: (daysAgo: number) => number
): number[] {
  const first = Math.min(HISTORY_DAYS, days_known)
  const last = habit.kind === "lapsed" ? LAPSED_DAYS : 1
  if (habit.kind === "never") {
    return []
  }
  if (habit.kind === "once") {
    return [random.int(last, first)]
  }
  const days = new Set<number>()
  // Who has been a customer for longer is somewhere between two orders.
  let at =
    first - (days_known > HISTORY_DAYS ? random.int(0, habit.interval) : 0)
  while (at >= last) {
    const day = random.chance(FAITHFUL)
      ? nearest(at, (ago) => weekdayOf(ago) === habit.weekday)
      : Math.round(at)
    if (day >= last && day <= first && !random.chance(SKIPPED)) {
      days.add(day)
    }
    at -=
      habit.interval * (SPREAD_FROM + random.next() * (SPREAD_TO - SPREAD_FROM))
  }
  return [...days].sort((a, b) => b - a)
}

/** The day closest to one that fits; every week has one. */
function nearest(at: number, fits: (daysAgo: number) => boolean): number {
  const day = Math.round(at)
  for (let away = 0; away < DAYS_OF_WEEK; away++) {
    if (fits(day - away)) {
      return day - away
    }
    if (fits(day + away)) {
      return day + away
    }
  }
  return day
}
