import { generateEntityId } from "@medusajs/framework/utils"

import type { CashCollected } from "../domain/cash"
import { placeholders, Sql } from "./types"

/** One entry of the cash ledger; money in major units. */
export type CashRow = CashCollected & {
  id: string
  driver_id: string
  route_id: string
  stop_id: string
  booking_id: string
  order_id: string
  currency_code: string
  created_at: Date
}

// `numeric` comes out of Postgres as text.
const CASH_COLUMNS = `id, driver_id, route_id, stop_id, booking_id, order_id,
  currency_code, amount::float8 as amount, due::float8 as due,
  tendered::float8 as tendered, change_given::float8 as change,
  (amount - due)::float8 as difference, created_at`

export type NewCashEntry = Omit<CashRow, "id" | "created_at" | "difference">

/** Appends what was taken at a door; a second time for the same stop changes nothing. */
export async function insertCollected(
  sql: Sql,
  entry: NewCashEntry,
  now: Date
): Promise<void> {
  const money = [entry.amount, entry.due, entry.tendered, entry.change]
  await sql.execute(
    `insert into delivery_cash_entry
       (id, key, kind, driver_id, route_id, stop_id, booking_id, order_id,
        currency_code, amount, raw_amount, due, raw_due, tendered, raw_tendered,
        change_given, raw_change_given, created_at, updated_at)
     values (?, ?, 'collected', ?, ?, ?, ?, ?, ?, ${money.map(() => "?, ?::jsonb").join(", ")}, ?, ?)
     on conflict (key) where deleted_at is null do nothing`,
    [
      generateEntityId(undefined, "dcash"),
      `collected:${entry.stop_id}`,
      entry.driver_id,
      entry.route_id,
      entry.stop_id,
      entry.booking_id,
      entry.order_id,
      entry.currency_code,
      ...money.flatMap((amount) => [
        amount,
        JSON.stringify({ value: String(amount), precision: 20 }),
      ]),
      now,
      now,
    ]
  )
}

/** What was taken at stops; each stop has one entry at most. */
export async function cashOfStops(
  sql: Sql,
  stopIds: readonly string[]
): Promise<CashRow[]> {
  if (!stopIds.length) {
    return []
  }
  return await sql.execute<CashRow[]>(
    `select ${CASH_COLUMNS} from delivery_cash_entry
      where stop_id in (${placeholders(stopIds)}) and deleted_at is null
      order by id`,
    [...stopIds]
  )
}
