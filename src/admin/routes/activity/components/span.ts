import { addDays, isDay } from "../../../lib/dates"

/** Days in the shop's zone, both included. */
export type Span = { from: string; to: string }

/** The server answers for no more. */
const MAX_DAYS = 400

const DAY_MS = 86_400_000

/** The days a URL asks for; null when it asks for none, or for what cannot be. */
export function readSpan(params: URLSearchParams): Span | null {
  const [from, to] = [params.get("from"), params.get("to")]
  return isDay(from) &&
    isDay(to) &&
    from <= to &&
    daysIn({ from, to }) <= MAX_DAYS
    ? { from, to }
    : null
}

/** The last days, today among them. */
export function lastDays(count: number, today: string): Span {
  return { from: addDays(today, 1 - count), to: today }
}

/** Moves the other end along where the two would be too far apart. */
export function withinReach(span: Span, changed: keyof Span): Span {
  if (daysIn(span) <= MAX_DAYS) {
    return span
  }
  return changed === "from"
    ? { ...span, to: addDays(span.from, MAX_DAYS - 1) }
    : { ...span, from: addDays(span.to, 1 - MAX_DAYS) }
}

/** Days from the first to the last. */
export function daysIn({ from, to }: Span): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}
