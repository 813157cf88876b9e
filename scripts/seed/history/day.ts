import type { Random } from "../random/random"

/** A wall time as minutes since midnight. */
export type Minutes = number

const HOUR = 60

/** When people think of their next order: at breakfast, at lunch, after work. */
const HOURS: readonly (readonly [hour: number, weight: number])[] = [
  [7, 5],
  [8, 9],
  [9, 10],
  [10, 9],
  [11, 8],
  [12, 9],
  [14, 5],
  [15, 5],
  [16, 6],
  [17, 9],
  [18, 9],
  [20, 7],
  [21, 6],
]

/** The minute of the day at which an order is placed. */
export function drawMinute(random: Random): Minutes {
  return random.weighted(HOURS) * HOUR + random.int(0, HOUR - 1)
}

/** `HH:MM` as minutes since midnight. */
export function minutesOf(time: string): Minutes {
  const [hours, minutes] = time.split(":").map(Number)
  return hours * HOUR + minutes
}
