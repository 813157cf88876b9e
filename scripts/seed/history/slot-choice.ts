import type { Random } from "../random/random"
import { TIMES } from "../windows"
import { type Minutes, minutesOf } from "./day"

/** One of the day's windows, so many days ago. */
export type SlotChoice = { days_ago: number; window: number }

/** How often each window is chosen among those that are open. */
const LIKED = [4, 4, 3]
const FURTHEST_DAYS = 3

/**
 * The windows that an order placed then could still choose, all of them over by
 * yesterday.
 */
export function openWindows(
  daysAgo: number,
  minute: Minutes,
  leadDays: number
): SlotChoice[] {
  const days = Array.from(
    { length: FURTHEST_DAYS - leadDays + 1 },
    (_, index) => daysAgo - leadDays - index
  )
  return days
    .filter((day) => day >= 1)
    .flatMap((day) =>
      TIMES.map((time, window) => ({ time, window }))
        .filter(({ time }) => {
          const ahead = daysAgo - day - time.lead_days
          return (
            ahead > 0 || (ahead === 0 && minute < minutesOf(time.cutoff_time))
          )
        })
        .map(({ window }) => ({ days_ago: day, window }))
    )
}

/** Most take the next day that has a window, in the window they like. */
export function chooseSlot(
  open: SlotChoice[],
  random: Random
): SlotChoice | undefined {
  const soonest = open[0]
  if (!soonest) {
    return undefined
  }
  const sameDay = open.filter(({ days_ago }) => days_ago === soonest.days_ago)
  return random.weighted(
    sameDay.map((choice) => [choice, LIKED[choice.window]] as const)
  )
}
