import type { EventType } from "../new-event"

/** What the roll-up reads of an event. Texts are the client's and unchecked. */
export type RolledEvent = {
  source_id: string
  type: EventType
  name: string | null
  anonymous_id: string | null
  is_bot: boolean
  occurred_at: Date
  received_at: Date
  /** Of happening: `YYYY-MM-DD` in the shop's zone. */
  day: string
  /** The event says on which page or device it happened; a server's does not. */
  is_from_device: boolean
  path: string | null
  url: string | null
  referrer: string | null
  product_id: string | null
  query: string | null
  utm_source: string | null
  utm_medium: string | null
  utm_campaign: string | null
  /** How long a page was looked at, in seconds, when the event says so. */
  dwell_seconds: string | null
  /** How long a page was open when it was left, looked at or not (PostHog). */
  left_after_seconds: string | null
  user_agent: string | null
  /** `userAgentData.mobile`, a Client Hint: `true` or `false`. */
  is_mobile: string | null
}

/** Whether the event is a page or a screen being seen. */
export const isPageView = ({ type }: Pick<RolledEvent, "type">): boolean =>
  type === "page" || type === "screen"
