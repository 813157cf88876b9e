/**
 * What is counted by day, and what the values of a count are.
 *
 * | kind | value | of |
 * |---|---|---|
 * | `event` | name of a tracked event, else the type | events of people |
 * | `event_without_consent` | the same | events of which only the number is kept; counted on the day they arrive |
 * | `event_bot` | name of the machine | events of machines that say so |
 * | `page` | path, or name of a screen | pages and screens seen |
 * | `product_viewed` | product id | `Product Viewed` |
 * | `search` | what was searched, in lower case | `Products Searched` |
 * | `visit` | see `VisitCount` | visits, on the day they began |
 * | `entry`, `exit` | path | first and last page of visits |
 * | `referrer` | host | visits that another site led here |
 * | `source` | `source / medium` | visits |
 * | `campaign` | `source / medium / campaign` | visits whose address said so |
 * | `device` | class of device | visits |
 */
export const FACT_KINDS = [
  "event",
  "event_without_consent",
  "event_bot",
  "page",
  "product_viewed",
  "search",
  "visit",
  "entry",
  "exit",
  "referrer",
  "source",
  "campaign",
  "device",
] as const

export type FactKind = (typeof FACT_KINDS)[number]

/**
 * What is counted of visits under the kind `visit`: how many there were, how
 * many of them were bounces, by a visitor who had been here before or by a new
 * one, how many were the visitor's first of the day (so many visitors the day
 * had), and the pages and seconds of all of them.
 */
export type VisitCount =
  "count" | "visitors" | "new" | "returning" | "bounces" | "pages" | "seconds"

/** A change of a count. */
export type FactDelta = {
  /** `YYYY-MM-DD` in the shop's zone. */
  day: string
  source_id: string
  kind: FactKind
  value: string
  /** Negative where a visit is no longer what it was. */
  events: number
}

/**
 * Values that a kind may have on a day and source. Clients name events, pages
 * and searches as they like; what comes when so many are known is counted as
 * `OTHER`.
 */
export const MAX_VALUES = 300

export const OTHER = "(other)"

/** Adds up what is to change, and leaves out what does not. */
export function sumDeltas(deltas: Iterable<FactDelta>): FactDelta[] {
  const sums = new Map<string, FactDelta>()
  for (const delta of deltas) {
    const { day, source_id, kind, value, events } = delta
    const key = `${kind}\n${value}\n${day}\n${source_id}`
    const sum = sums.get(key)
    if (sum) {
      sum.events += events
    } else {
      sums.set(key, { day, source_id, kind, value, events })
    }
  }
  return [...sums.values()].filter(({ events }) => events !== 0)
}
