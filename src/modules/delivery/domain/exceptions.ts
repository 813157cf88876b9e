import { LocalDate, LocalTime } from "./local-time"

export const EXCEPTION_KINDS = ["closed", "changed", "extra"] as const
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number]

/** Days that are not like their weekday. */
export type ExceptionRule = {
  id: string
  kind: ExceptionKind
  /** Null for every district. */
  district_id: string | null
  /** Null for every window of the district. */
  window_id: string | null
  /** First and last day. */
  starts_on: LocalDate
  ends_on: LocalDate
  repeats_yearly: boolean
  starts_at: LocalTime | null
  ends_at: LocalTime | null
  cutoff_time: LocalTime | null
  lead_days: number | null
  capacity_orders: number | null
  capacity_weight_grams: number | null
  capacity_minutes: number | null
  /** Major units. */
  price: number | null
}

/** An exception of kind `extra`, which says everything a window says. */
export type ExtraRule = ExceptionRule & {
  kind: "extra"
  district_id: string
  starts_at: LocalTime
  ends_at: LocalTime
  cutoff_time: LocalTime
  capacity_orders: number
  price: number
}

export const isExtra = (rule: ExceptionRule): rule is ExtraRule =>
  rule.kind === "extra" && extraProblem(rule) === null

/** What speaks against an exception as a whole, as a sentence; null when nothing does. */
export function exceptionProblem(
  rule: Omit<ExceptionRule, "id">
): string | null {
  if (rule.ends_on < rule.starts_on) {
    return "ends_on is before starts_on. Give the first day, then the last."
  }
  if (rule.repeats_yearly && rule.ends_on >= aYearAfter(rule.starts_on)) {
    return "An exception that repeats yearly must be shorter than a year."
  }
  if (rule.kind === "extra") {
    return extraProblem(rule)
  }
  if (rule.kind === "closed" && CHANGES.some((field) => rule[field] !== null)) {
    return "A closed exception changes nothing else: leave times, capacity and price out."
  }
  if (
    rule.kind === "changed" &&
    CHANGES.every((field) => rule[field] === null)
  ) {
    return "A changed exception must say what changes: times, cut-off, capacity or price."
  }
  return null
}

/** What an exception may say instead of the window. */
const CHANGES = [
  "starts_at",
  "ends_at",
  "cutoff_time",
  "lead_days",
  "capacity_orders",
  "capacity_weight_grams",
  "capacity_minutes",
  "price",
] as const

const NEEDED_BY_EXTRA = [
  "district_id",
  "starts_at",
  "ends_at",
  "cutoff_time",
  "capacity_orders",
  "price",
] as const

function extraProblem(rule: Omit<ExceptionRule, "id">): string | null {
  const missing = NEEDED_BY_EXTRA.filter((field) => rule[field] === null)
  if (missing.length) {
    return `An extra window needs ${missing
      .map((field) => (field === "capacity_orders" ? "capacity.orders" : field))
      .join(", ")}.`
  }
  return rule.window_id === null
    ? null
    : "An extra window belongs to a district, not to a window: leave window_id out."
}

/**
 * Whether a day is one of an exception's. Yearly, the months and days of its
 * range count in every year from its start on; a 29 February that a year does
 * not have is left out there, so that day alone comes in leap years only.
 */
export function isOn(rule: ExceptionRule, date: LocalDate): boolean {
  return occurrenceStart(rule, date) !== null
}

/** First day of the run of days to which `date` belongs, or null when it belongs to none. */
function occurrenceStart(
  rule: ExceptionRule,
  date: LocalDate
): LocalDate | null {
  const { starts_on, ends_on } = rule
  if (date < starts_on) {
    return null
  }
  if (!rule.repeats_yearly) {
    return date <= ends_on ? starts_on : null
  }
  const [first, day, last] = [starts_on, date, ends_on].map(monthAndDay)
  const year = Number(date.slice(0, 4))
  if (first <= last) {
    return first <= day && day <= last ? `${year}-${first}` : null
  }
  // Over New Year.
  if (day >= first) {
    return `${year}-${first}`
  }
  return day <= last ? `${year - 1}-${first}` : null
}

const monthAndDay = (date: LocalDate): string => date.slice(5)

const aYearAfter = (date: LocalDate): LocalDate =>
  `${Number(date.slice(0, 4)) + 1}-${monthAndDay(date)}`

/**
 * The exception that decides about a window on a day; null on an ordinary one.
 *
 * The most exact scope wins: the window, then its district, then all. Within a
 * scope closed beats changed, then the later start wins, then the younger one.
 * An extra window is itself of the scope of a district: a day closed for its
 * district closes it, a day closed for all does not.
 */
export function decidingException(
  exceptions: readonly ExceptionRule[],
  window: { id: string; district_id: string; is_extra?: boolean },
  date: LocalDate
): ExceptionRule | null {
  let best: { rule: ExceptionRule; rank: string } | null = null
  for (const rule of exceptions) {
    const scope = scopeOf(rule, window)
    const start = scope === null ? null : occurrenceStart(rule, date)
    if (start !== null) {
      const closed = rule.kind === "closed" ? 1 : 0
      const rank = `${scope} ${closed} ${start} ${rule.id}`
      if (!best || rank > best.rank) {
        best = { rule, rank }
      }
    }
  }
  return best?.rule ?? null
}

/** How exactly an exception means a window, more is more; null when it does not. */
function scopeOf(
  rule: ExceptionRule,
  window: { id: string; district_id: string; is_extra?: boolean }
): number | null {
  if (rule.kind === "extra") {
    return null
  }
  if (window.is_extra) {
    return rule.kind === "closed" &&
      rule.window_id === null &&
      rule.district_id === window.district_id
      ? 1
      : null
  }
  if (rule.window_id !== null) {
    return rule.window_id === window.id ? 2 : null
  }
  if (rule.district_id !== null) {
    return rule.district_id === window.district_id ? 1 : null
  }
  return 0
}
