import type { Trade } from "../catalogue"
import type { Random } from "../random/random"

/** How somebody shops. */
export type Habit = {
  kind: "regular" | "frequent" | "occasional" | "once" | "lapsed" | "never"
  trades: Trade[]
  /** ISO weekday on which most of their orders are placed. */
  weekday: number
  /** Days between two orders, on average. */
  interval: number
  /** Pays the driver in cash. */
  cash: boolean
}

const KINDS: readonly (readonly [Habit["kind"], number])[] = [
  ["regular", 33],
  ["frequent", 25],
  ["occasional", 24],
  ["once", 11],
  ["lapsed", 5],
  ["never", 2],
]

const INTERVALS: Record<Habit["kind"], [from: number, to: number]> = {
  regular: [5, 8],
  frequent: [10, 15],
  occasional: [20, 45],
  once: [500, 500],
  lapsed: [7, 11],
  never: [500, 500],
}

const TRADES: readonly (readonly [Trade[], number])[] = [
  [["Bakery"], 38],
  [["Bakery", "Wine and beer"], 23],
  [["Wine and beer"], 10],
  [["Dispensary"], 13],
  [["Bakery", "Dispensary"], 8],
  [["Bakery", "Wine and beer", "Dispensary"], 8],
]

/** More orders before and on the weekend. */
const WEEKDAYS: readonly (readonly [number, number])[] = [
  [1, 9],
  [2, 10],
  [3, 12],
  [4, 15],
  [5, 21],
  [6, 20],
  [7, 13],
]

const CASH_OF_ALL = 0.2

export function drawHabit(random: Random): Habit {
  const kind = random.weighted(KINDS)
  return {
    kind,
    trades: random.weighted(TRADES),
    weekday: random.weighted(WEEKDAYS),
    interval: random.int(...INTERVALS[kind]),
    cash: random.chance(CASH_OF_ALL),
  }
}
