import { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"

import { EarningDetail } from "../domain/earning"

export type Sql = Pick<SqlEntityManager, "execute">

export const ENTRY_KINDS = [
  "earn",
  "redeem",
  "reverse",
  "return",
  "expire",
  "adjust",
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A line of the ledger as it is written. */
export type NewEntry = {
  id: string
  account_id: string
  kind: EntryKind
  points: number
  key: string
  reference_type: string
  reference_id: string
  order_id: string | null
  reverses_id: string | null
  available_at: Date | null
  expires_at: Date | null
  detail: EarningDetail | null
  created_at: Date
}

/** A line of the ledger as it is read. */
export type EntryRow = Omit<NewEntry, "detail" | "key" | "reverses_id">

export const ENTRY_COLUMNS = `e.id, e.account_id, e.kind, e.points,
  e.reference_type, e.reference_id, e.order_id, e.available_at, e.expires_at,
  e.created_at`

export type LockedAccount = { id: string; customer_id: string; owed: number }

/** `?, ?, ?` for a list of values. */
export const placeholders = (values: readonly unknown[]): string =>
  values.map(() => "?").join(", ")
