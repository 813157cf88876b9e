import type { EventType } from "./new-event"

/**
 * Place of an event in the order of arrival: oldest first, ids break ties. The
 * time is text, because it has microseconds and a `Date` would lose them.
 */
export type ArrivalPosition = { at: string; id: string }

/** Before every event. */
export const BEGINNING: ArrivalPosition = {
  at: "1970-01-01T00:00:00.000Z",
  id: "0",
}

export type ArrivalFilter = {
  name?: string
  type?: EventType
  /** Null for all of them. */
  source_ids?: readonly string[] | null
  /** Whom the visitor was known to be when the event arrived. */
  customer_id?: string
}

export type ArrivalRange = {
  /** Only what comes after this place. */
  after: ArrivalPosition
  /** Only what arrived before this instant; no later than the safe horizon. */
  before: Date
  limit: number
}
