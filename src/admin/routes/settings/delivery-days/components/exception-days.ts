import type { AdminDeliveryException } from "../../../../../sdk/types"
import { isDay } from "../../../../lib/dates"

export type Days = { from: string; to: string }

type Rule = Pick<
  AdminDeliveryException,
  "starts_on" | "ends_on" | "repeats_yearly"
>

/** Leap years are at most eight years apart. */
const YEARS_AHEAD = 9

/**
 * The days of an exception that are now or come next; null once it is over.
 * Every year, a 29 February counts in leap years only.
 *
 * @param today - in the shop's zone, as are all days
 */
export function nextDays(
  { starts_on, ends_on, repeats_yearly }: Rule,
  today: string
): Days | null {
  if (!repeats_yearly) {
    return ends_on >= today ? { from: starts_on, to: ends_on } : null
  }
  const firstYear = Math.max(yearOf(starts_on), yearOf(today) - 1)
  for (let year = firstYear; year < firstYear + YEARS_AHEAD; year++) {
    const days = daysOfYear(starts_on.slice(5), ends_on.slice(5), year)
    if (days && days.to >= today) {
      return days
    }
  }
  return null
}

/**
 * @param first - month and day, as is `last`; before it, the days go over New Year
 * @param year - in which they begin
 */
function daysOfYear(first: string, last: string, year: number): Days | null {
  const from = `${year}-${first}`
  const to = `${last < first ? year + 1 : year}-${last}`
  const days = {
    from: isDay(from) ? from : `${year}-03-01`,
    to: isDay(to) ? to : `${yearOf(to)}-02-28`,
  }
  return days.from <= days.to ? days : null
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** What comes next first, what is over last and the latest of it first. */
export function upcomingFirst<TRule extends Rule & { id: string }>(
  rules: TRule[],
  today: string
): TRule[] {
  const keyed = rules.map((rule) => ({ rule, next: nextDays(rule, today) }))
  return keyed
    .sort((a, b) => {
      if (a.next && b.next) {
        return (
          a.next.from.localeCompare(b.next.from) ||
          a.next.to.localeCompare(b.next.to) ||
          a.rule.id.localeCompare(b.rule.id)
        )
      }
      return a.next
        ? -1
        : b.next
          ? 1
          : b.rule.ends_on.localeCompare(a.rule.ends_on)
    })
    .map(({ rule }) => rule)
}
