import type { Page } from "./page"

/** Where an order stands at a POS, in words common to all vendors. */
export type PosStatus =
  | "received"
  | "preparing"
  | "arrived"
  | "ready"
  | "out_for_delivery"
  | "completed"
  | "cancelled"
  | "rejected"

/**
 * `attention`: no call is made until a person acted (a wrong key, a missing
 * permission); `degraded`: the last call failed, the next may work.
 */
export type PosHealth = "unchecked" | "healthy" | "degraded" | "attention"

/** What a POS can do; the dashboard offers nothing else. */
export type PosCapabilities = {
  order_mode: "push" | "handoff"
  stock: "counted" | "boolean"
  webhooks: "none" | "bearer" | "token" | "hmac"
  delta: boolean
  cancel: boolean
  returns: "read" | "none"
  customers: boolean
  loyalty: boolean
}

/** A POS that can be connected. */
export type AdminPosAdapter = {
  id: string
  label: string
  capabilities: PosCapabilities
  default_base_url: string
  credential_fields: { name: string; label: string; required: boolean }[]
  /** The vendor's usual words and what each means. */
  default_status_map: Record<string, PosStatus>
}
export type ListPosAdaptersResponse = { adapters: AdminPosAdapter[] }

/** Settings of a connection; what is left out has its default. */
export type PosConnectionSettings = {
  /** How often open orders are asked for, in seconds. */
  poll_seconds: number
  /** How often the catalogue is read, in minutes. */
  sync_minutes: number
  /** Lines the POS does not carry: leave them out, or hold the order for a person. */
  unmapped_lines: "skip" | "hold"
  /** After a lost answer: look the order up first, or send the same again at once. */
  lost_answer: "lookup" | "replay"
  /** How long the vendor's reads may lag behind, in seconds. */
  settle_seconds: number
  /** The location's own words, laid over the vendor's usual ones. */
  status_map: Record<string, PosStatus>
} & Record<string, unknown>

/** What the vendor says a key belongs to. */
export type PosIdentity = {
  location_id: string
  location_name: string
  state: string | null
  license: string | null
}

export type PosCatalogueCounts = {
  products: number
  /** Products that are a variant of the shop. */
  mapped: number
  /** Products whose SKU another product bears too. */
  ambiguous: number
  /** Products the last answer no longer listed. */
  missing: number
}

/** A connection as the dashboard reads it: never with its credentials. */
export type AdminPosConnection = {
  id: string
  adapter: string
  name: string
  base_url: string
  /** Last four characters per credential field, e.g. `{ "api_key": "x7Qp" }`. */
  credentials_last_four: Record<string, string>
  stock_location_id: string | null
  sales_channel_id: string
  settings: PosConnectionSettings
  is_paused: boolean
  health: PosHealth
  last_error: string | null
  last_error_at: string | null
  last_ok_at: string | null
  identity: PosIdentity | null
  catalogue: PosCatalogueCounts
  catalogue_synced_at: string | null
  orders_polled_at: string | null
  created_at: string
  updated_at: string
}
export type ListPosConnectionsResponse = Page & {
  connections: AdminPosConnection[]
}
export type PosConnectionResponse = { connection: AdminPosConnection }

/** `POST /admin/pos/connections/:id/check`: what the vendor answered just now. */
export type CheckPosConnectionResponse = {
  ok: boolean
  identity: PosIdentity | null
  /** Why it does not work; null when it does. */
  message: string | null
  connection: AdminPosConnection
}

/** `POST /admin/pos/connections/:id/sync`: what the catalogue was read to be. */
export type SyncPosConnectionResponse = {
  result: PosCatalogueCounts & {
    /** The answer looked like a fault, so the catalogue of before was kept. */
    kept: boolean
  }
  connection: AdminPosConnection
}

export type PosOrderLine = {
  line_item_id: string
  title: string
  sku: string | null
  quantity: number
}

/** An order at one POS connection. */
export type AdminOrderPos = {
  id: string
  connection: {
    id: string
    name: string
    adapter: string
    is_paused: boolean
    health: PosHealth
  }
  /** `skipped`: the POS carries none of its lines; `withdrawn`: canceled before it was sent. */
  state: "waiting" | "sent" | "skipped" | "withdrawn"
  /** Last status with a meaning; see `is_status_unknown`. */
  status: PosStatus | null
  /** The vendor's own word. */
  external_status: string | null
  /** The vendor's word is one nobody has mapped: shown as unknown, never as done. */
  is_status_unknown: boolean
  status_reason: string | null
  status_changed_at: string | null
  /** When the POS was last asked. */
  polled_at: string | null
  /** The ticket at the POS. */
  external_id: string | null
  /** What staff read on the ticket. */
  reference: string
  sent_at: string | null
  lines: PosOrderLine[]
  skipped_lines: (PosOrderLine & {
    reason: "not_carried" | "ambiguous" | "taken"
  })[]
  /** Why a person has to look. */
  attention: { code: string; message: string } | null
  cancel_state: "none" | "requested" | "done" | "refused"
  /** The outgoing message, while there is one that has not arrived. */
  message: {
    id: string
    status: "pending" | "sending" | "failed"
    attempts: number
    last_error: string | null
    next_attempt_at: string | null
  } | null
  /** Whether "send again" does anything now. */
  can_send_again: boolean
}

/** `GET /admin/orders/:id/pos` */
export type AdminOrderPosResponse = {
  pos_orders: AdminOrderPos[]
  /** Connections of the order's sales channel that will get to it: their catalogue has not been read yet, or the order just came in. */
  expected: { id: string; name: string; catalogue_read: boolean }[]
}
