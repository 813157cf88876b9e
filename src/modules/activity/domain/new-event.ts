import type { Consent } from "./consent"

/** What an event says, in the words of Segment's specification. */
export const EVENT_TYPES = [
  "identify",
  "track",
  "page",
  "screen",
  "group",
  "alias",
] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** An event that is ready to be stored: checked, its times settled. */
export type NewEvent = {
  /** Who sent it: the id of the publishable API key. */
  source_id: string
  /** The client's own id of the message; with the source it is stored once. */
  message_id: string
  type: EventType
  /** Name of a tracked event, of a page or of a screen. */
  name: string | null
  anonymous_id: string | null
  /** Who the client says the visitor is. A claim, never the truth. */
  user_id: string | null
  /** The customer, when the claim is one that only the customer can make. */
  claimed_customer_id: string | null
  /** Sent by a machine that says so, by its user agent. */
  is_bot: boolean
  /** One that is `denied` has no ids, properties or context any more. */
  consent: Consent
  /** When it happened, by our clock. */
  occurred_at: Date
  /** When the request came; what is stored is the store's own time. */
  received_at: Date
  /** JSON of properties or traits. */
  properties: string
  /** JSON of the context. */
  context: string
}

/** Events that were not stored, by reason. */
export type DroppedEvents = {
  source_id: string
  reason: string
  count: number
}
