/** What a collected event says; Segment's words. */
export type ActivityEventType =
  "identify" | "track" | "page" | "screen" | "group" | "alias"

/** An event as it was collected. */
export type ActivityEvent = {
  /** Unique in the store, and larger the later it was stored. */
  id: string
  /** The client's id of the message; of a source it was stored once. */
  message_id: string
  /** Publishable API key that it came by. */
  source_id: string
  type: ActivityEventType
  /** Name of a tracked event, of a page or of a screen. */
  event: string | null
  anonymous_id: string | null
  /** Who the visitor is, proven by a log-in; never what an event claims. */
  customer_id: string | null
  /** Sent by a machine that says so. */
  is_bot: boolean
  /** When it happened, by the server's clock. */
  timestamp: string
  /** When it was stored. */
  received_at: string
  /** Properties, or traits of an `identify` or `group`. */
  properties: Record<string, unknown>
  context: Record<string, unknown>
}

/** `next_cursor` is null on the last page. */
export type ListActivityEventsResponse = {
  events: ActivityEvent[]
  next_cursor: string | null
}

/** Where a timeline's entries come from. */
export type TimelineKind = "activity" | "login" | "order" | "points"

export type TimelineEntry = {
  /** Unique within a timeline. */
  id: string
  kind: TimelineKind
  /**
   * What happened. Of `activity` the event's name (`Product Viewed`), or its
   * type where it has none (`page`); of `login` one of `login.success` and
   * `login.refused`; of `order` one of `order.placed`,
   * `order.delivered` and `order.canceled`; of `points` the kind of the ledger's
   * entry, such as `points.earn`.
   */
  name: string
  at: string
  /** What it happened to, when the dashboard has a page for it. */
  reference: { type: "order"; id: string } | null
  /**
   * Of `activity` the event's `type`, `properties` and the `page` it was on; of
   * `login` the `device`, the `place`, `is_new_device` and `is_burst`; of `order` its `display_id`, `total` and `currency_code`; of `points` the signed
   * `points`, the order's `display_id` and the `reason`, where there are any.
   */
  data: Record<string, unknown>
}

/** `next_cursor` is null on the last page. */
export type CustomerTimelineResponse = {
  entries: TimelineEntry[]
  next_cursor: string | null
}

/** Answer of `POST` and `DELETE /store/customers/me/visitor`. */
export type VisitorResponse = {
  visitor: { anonymous_id: string; customer_id: string }
}
