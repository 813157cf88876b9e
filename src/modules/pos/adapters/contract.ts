import { PosCapabilities } from "../domain/capabilities"
import { CatalogueProduct } from "../domain/catalogue"
import { UnmappedLines } from "../domain/lines"
import { LookupResult } from "../domain/lost-answer"
import { ReportedStatus, StatusMap } from "../domain/status"

/**
 * What a POS has to know and do. An adapter is one folder beside this file and
 * one line in `registry`; nothing else in the plugin names a vendor.
 */
export type PosAdapter = {
  id: string
  /** What the vendor calls itself. */
  label: string
  capabilities: PosCapabilities
  /** Where the vendor's own servers are. */
  default_base_url: string
  credential_fields: readonly CredentialField[]
  /** The vendor's usual words; a connection's settings lie over them. */
  default_status_map: StatusMap
  /**
   * Validates what a person configured and fills in the defaults.
   * @throws MedusaError INVALID_DATA naming each wrong field
   */
  parseSettings(input: unknown): ConnectionSettings
  /** Opens a connection; no call is made yet. */
  open(config: ConnectionConfig): PosSession
}

export type CredentialField = {
  name: string
  /** In words a person reads. */
  label: string
  required: boolean
}

/** Settings every adapter understands; an adapter may have more. */
export type ConnectionSettings = {
  /** How often open orders are asked for, in seconds. */
  poll_seconds: number
  /** How often the catalogue is read, in minutes. */
  sync_minutes: number
  unmapped_lines: UnmappedLines
  /**
   * What comes first when the answer to a submission was lost. `lookup` is
   * right for every vendor; `replay` only for one that is known to recognise
   * an idempotency key.
   */
  lost_answer: "lookup" | "replay"
  /** How long the vendor's reads may lag behind its writes, in seconds. */
  settle_seconds: number
  /** Words this location uses beside or instead of the vendor's usual ones. */
  status_map: StatusMap
} & Record<string, unknown>

export type ConnectionConfig = {
  /** Rate limits are kept under this id. */
  connection_id: string
  base_url: string
  credentials: Record<string, string>
  settings: ConnectionSettings
}

/** What the vendor says the key belongs to. */
export type PosIdentity = {
  location_id: string
  location_name: string
  state: string | null
  license: string | null
}

/** An order as it leaves for a POS; money stays here, the POS prices itself. */
export type OutgoingOrder = {
  display_id: number
  reference: string
  customer: OutgoingCustomer
  is_delivery: boolean
  address: OutgoingAddress | null
  products: { external_product_id: string; quantity: number }[]
}

export type OutgoingCustomer = {
  /** Medusa's id, guests included. */
  id: string | null
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
}

export type OutgoingAddress = {
  address_1: string | null
  address_2: string | null
  city: string | null
  /** As entered or `us-ca`; the adapter brings it into the vendor's form. */
  province: string | null
  postal_code: string | null
}

/** The vendor's order, ready to be sent and to be sent again unchanged. */
export type PreparedOrder = {
  external_customer_id: string
  body: Record<string, unknown>
}

export type SubmittedOrder = {
  external_id: string
  transaction_id: string | null
}

/** What the POS says about one of its orders. */
export type PosOrderReport = ReportedStatus & {
  external_id: string
  transaction_id: string | null
  /** Null when the vendor does not say. */
  is_cancellable: boolean | null
}

/** Per call: how long the caller can wait. */
export type CallOptions = { signal?: AbortSignal }

/**
 * The calls to one connection. All of them throw `PosError` and nothing else
 * when the vendor does not do what was asked.
 */
export type PosSession = {
  /** Who the key belongs to; the proof that the connection works. */
  check(options?: CallOptions): Promise<PosIdentity>
  /** Every product the POS offers online. */
  readCatalogue(options?: CallOptions): Promise<CatalogueProduct[]>
  /**
   * Finds or makes the customer and builds the order's body.
   * @param idempotencyKey - the same for every attempt at this order
   */
  prepareOrder(
    order: OutgoingOrder,
    idempotencyKey: string,
    options?: CallOptions
  ): Promise<PreparedOrder>
  submitOrder(
    prepared: PreparedOrder,
    idempotencyKey: string,
    options?: CallOptions
  ): Promise<SubmittedOrder>
  /** Looks for an order whose submission got no answer. */
  findOrder(
    lost: {
      reference: string
      external_customer_id: string
      submitted_at: Date
      now: Date
    },
    options?: CallOptions
  ): Promise<LookupResult>
  /** Every order the POS holds open, in one call. */
  readOpenOrders(options?: CallOptions): Promise<PosOrderReport[]>
  /** One order; null when the POS does not know it. */
  readOrder(
    externalId: string,
    options?: CallOptions
  ): Promise<PosOrderReport | null>
  /**
   * @throws PosError `refused` when the POS does not let it be canceled any more
   */
  cancelOrder(
    externalId: string,
    reason: string,
    options?: CallOptions
  ): Promise<void>
}
