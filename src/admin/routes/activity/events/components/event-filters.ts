import type { ActivityEventsQuery } from "../../../../hooks/api/activity-events"
import { addDays, isDay, startOfDay } from "../../../../lib/dates"

/** What is filtered by, as the URL has it; empty for no filter. */
export type EventFilters = {
  event: string
  visitor: string
  customer: string
  /** Days in the shop's zone, both included. */
  from: string
  to: string
}

export const FILTER_NAMES = [
  "event",
  "visitor",
  "customer",
  "from",
  "to",
] as const satisfies readonly (keyof EventFilters)[]

export function readFilters(params: URLSearchParams): EventFilters {
  const text = (name: keyof EventFilters) => params.get(name)?.trim() ?? ""
  const day = (name: keyof EventFilters) =>
    isDay(text(name)) ? text(name) : ""
  return {
    event: text("event"),
    visitor: text("visitor"),
    customer: text("customer"),
    from: day("from"),
    to: day("to"),
  }
}

/** The URL after some filters changed; the others stay. */
export function writeFilters(
  params: URLSearchParams,
  changes: Partial<EventFilters>
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value.trim()) {
      next.set(name, value.trim())
    } else {
      next.delete(name)
    }
  }
  return next
}

export const isFiltered = (filters: EventFilters) =>
  FILTER_NAMES.some((name) => filters[name] !== "")

/**
 * What is asked of the server; null while the shop's zone, in which days are
 * meant, is not known.
 */
export function toEventsQuery(
  { event, visitor, customer, from, to }: EventFilters,
  zone: string | undefined
): ActivityEventsQuery | null {
  if (!zone && (from || to)) {
    return null
  }
  const start = (day: string) => startOfDay(day, zone ?? "UTC").toISOString()
  return {
    ...(event ? { event } : {}),
    ...(visitor ? { anonymous_id: visitor } : {}),
    ...(customer ? { customer_id: customer } : {}),
    ...(from ? { from: start(from) } : {}),
    ...(to ? { to: start(addDays(to, 1)) } : {}),
  }
}
