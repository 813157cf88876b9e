import { addDays } from "../../../../lib/dates"

export const VIEWS = ["month", "week", "day"] as const
/** How much of the calendar is shown at once. */
export type View = (typeof VIEWS)[number]

/** Days in the shop's zone, both included. */
export type Range = { from: string; to: string }

/** Where browsers do not say on which day a week begins: regions where it is Sunday. */
const SUNDAY_FIRST = new Set(
  "US CA MX BR AR CO PE VE JP KR TW HK IN TH PH IL ZA".split(" ")
)

/** Systems without a language give browsers such as `en-US@posix`. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

type WeekLocale = Intl.Locale & {
  getWeekInfo?: () => { firstDay: number }
  weekInfo?: { firstDay: number }
}

/**
 * The day on which a week begins, as an ISO weekday.
 *
 * @param locale - the dashboard's language, which names no region
 * @param languages - what the browser prefers; its region counts when the
 *   language is the same
 */
export function firstWeekday(
  locale: string,
  languages: readonly string[] = []
): number {
  const { language } = new Intl.Locale(locale)
  const regional = languages.find(
    (tag) => TAG.test(tag) && new Intl.Locale(tag).language === language
  )
  const full: WeekLocale = new Intl.Locale(regional ?? locale).maximize()
  return (
    (full.getWeekInfo?.() ?? full.weekInfo)?.firstDay ??
    (SUNDAY_FIRST.has(full.region ?? "") ? 7 : 1)
  )
}

/** ISO weekday of a day, Monday is 1. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The first day of a day's week. */
function startOfWeek(day: string, first: number): string {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7))
}

const startOfMonth = (day: string): string => `${day.slice(0, 8)}01`

/** The last day of a day's month. */
function endOfMonth(day: string): string {
  const [year, month] = day.split("-").map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/**
 * The days that a view shows: of a month whole weeks, six at most.
 *
 * @param first - ISO weekday on which a week begins
 */
export function rangeOf(view: View, day: string, first: number): Range {
  switch (view) {
    case "day":
      return { from: day, to: day }
    case "week": {
      const from = startOfWeek(day, first)
      return { from, to: addDays(from, 6) }
    }
    case "month":
      return {
        from: startOfWeek(startOfMonth(day), first),
        to: addDays(startOfWeek(endOfMonth(day), first), 6),
      }
  }
}

/** A day moved by whole views; of a month that is shorter the last day is taken. */
export function move(view: View, day: string, steps: number): string {
  if (view !== "month") {
    return addDays(day, steps * (view === "week" ? 7 : 1))
  }
  const [year, month, date] = day.split("-").map(Number)
  const start = new Date(Date.UTC(year, month - 1 + steps, 1))
    .toISOString()
    .slice(0, 10)
  const last = Number(endOfMonth(start).slice(8))
  return addDays(start, Math.min(date, last) - 1)
}

/** Every day of a range. */
export function daysOf({ from, to }: Range): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(day)
  }
  return days
}

/** The days of a range by weeks. */
export function weeksOf(range: Range): string[][] {
  const days = daysOf(range)
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7)
  )
}

/** Whether two days are in the same month. */
export const sameMonth = (a: string, b: string): boolean =>
  a.slice(0, 7) === b.slice(0, 7)

/** How many days an arrow key moves on, in a table of weeks. */
const KEY_DAYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
}

/**
 * Where a key leads from a day of a month; null for a key that leads nowhere.
 *
 * @param first - ISO weekday on which a week begins
 */
export function dayAfterKey(
  key: string,
  day: string,
  first: number
): string | null {
  switch (key) {
    case "PageUp":
      return move("month", day, -1)
    case "PageDown":
      return move("month", day, 1)
    case "Home":
      return startOfWeek(day, first)
    case "End":
      return addDays(startOfWeek(day, first), 6)
    default:
      return key in KEY_DAYS ? addDays(day, KEY_DAYS[key]) : null
  }
}
