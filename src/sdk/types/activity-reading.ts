import type { ActivityEventType } from "./activity"
import type { Page } from "./page"

/**
 * What a key may read: events; whose they are as well; counts by day.
 */
export type ReaderScope =
  "events:read" | "events:read:identified" | "facts:read"

/** A key by which a system outside the shop reads what was collected. */
export type AdminReaderKey = {
  id: string
  name: string
  /** What is shown of the secret: `csk_***x7Qp`. */
  redacted: string
  scopes: ReaderScope[]
  /** Publishable API keys whose events may be read; null for all of them. */
  source_ids: string[] | null
  state: "active" | "expired" | "revoked"
  expires_at: string | null
  revoked_at: string | null
  /** To a few minutes. */
  last_used_at: string | null
  created_at: string
  /** Id of the user or the secret key that made it. */
  created_by: string
}

/** Body of `POST /admin/activity/reader-keys`. */
export type CreateReaderKey = {
  name: string
  scopes: ReaderScope[]
  /** Left out or null: all sources, also those to come. */
  source_ids?: string[] | null
  /** Left out or null: until it is revoked. */
  expires_at?: string | null
}

export type ListReaderKeysResponse = Page & { reader_keys: AdminReaderKey[] }

export type ReaderKeyResponse = { reader_key: AdminReaderKey }

/** The only answer that has the secret: it is not stored. */
export type CreatedReaderKeyResponse = ReaderKeyResponse & { secret: string }

/**
 * An event as a system outside the shop reads it. What says whose it is
 * (`anonymous_id`, `customer_id`, `user_id`, `traits`) is there for keys with
 * the scope `events:read:identified` only; without it properties and context
 * lose the fields that say it.
 */
export type ReadEvent = {
  /** Place of this event: reading with it goes on after the event. */
  cursor: string
  /** The client's id of the message; unique within its source. */
  message_id: string
  /** Publishable API key that it came by. */
  source_id: string
  type: ActivityEventType
  /** Name of a tracked event, of a page or of a screen. */
  event: string | null
  /** Sent by a machine that says so. */
  is_bot: boolean
  /** When it happened, by the server's clock. */
  timestamp: string
  /** When it was stored, to the microsecond: the order of reading. */
  received_at: string
  /** Not of `identify` and `group`, which have traits. */
  properties?: Record<string, unknown>
  traits?: Record<string, unknown>
  context: Record<string, unknown>
  anonymous_id?: string | null
  /** Whom the visitor was known to be when the event arrived. */
  customer_id?: string | null
  /** Who the client said the visitor is: a claim. */
  user_id?: string | null
}

/** Answer of `GET /activity/v1/events`. */
export type ReadEventsResponse = {
  events: ReadEvent[]
  /** Always given: what comes later is read with it. */
  next_cursor: string
  /** False at the end of what can be read now: come again later. */
  has_more: boolean
}

/** How often something happened on a day, without saying to whom. */
export type ReadFact = {
  /** In the shop's zone. */
  day: string
  source_id: string
  kind: string
  value: string
  events: number
}

/** Answer of `GET /activity/v1/facts`; `next_cursor` is null on the last page. */
export type ReadFactsResponse = {
  facts: ReadFact[]
  next_cursor: string | null
}
