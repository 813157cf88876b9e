import { EarningDetail } from "../domain/earning"
import { earnKey } from "../domain/keys"
import { EarnedLine } from "../domain/points"
import { ENTRY_COLUMNS, EntryRow, NewEntry, placeholders, Sql } from "./types"

/**
 * Appends entries whose keys are not there yet.
 *
 * @returns ids of those that were
 */
export async function appendEntries(
  sql: Sql,
  entries: readonly NewEntry[]
): Promise<Set<string>> {
  const written = await sql.execute<{ id: string }[]>(
    `insert into loyalty_entry (id, account_id, kind, points, key, reference_type,
       reference_id, order_id, reverses_id, available_at, expires_at, detail,
       created_at, updated_at)
     select x.id, x.account_id, x.kind, x.points, x.key, x.reference_type,
            x.reference_id, x.order_id, x.reverses_id, x.available_at, x.expires_at,
            x.detail, x.created_at, x.created_at
       from jsonb_to_recordset(?::jsonb) as x(id text, account_id text, kind text,
         points int, key text, reference_type text, reference_id text, order_id text,
         reverses_id text, available_at timestamptz, expires_at timestamptz,
         detail jsonb, created_at timestamptz)
     on conflict (key) where deleted_at is null do nothing
     returning id`,
    [JSON.stringify(entries)]
  )
  return new Set(written.map(({ id }) => id))
}

/** Which of these keys the ledger has. */
export async function keysInLedger(
  sql: Sql,
  keys: readonly string[]
): Promise<Set<string>> {
  const rows = keys.length
    ? await sql.execute<{ key: string }[]>(
        `select key from loyalty_entry
          where key in (${placeholders(keys)}) and deleted_at is null`,
        [...keys]
      )
    : []
  return new Set(rows.map(({ key }) => key))
}

export type EarnedEntry = {
  id: string
  account_id: string
  points: number
  lot_id: string
  detail: EarningDetail
}

/** What an order earned, undefined when it earned nothing. */
export async function earnedEntry(
  sql: Sql,
  orderId: string
): Promise<EarnedEntry | undefined> {
  const [row] = await sql.execute<EarnedEntry[]>(
    `select e.id, e.account_id, e.points, e.detail, l.id as lot_id
       from loyalty_entry e
       join loyalty_lot l on l.entry_id = e.id
      where e.key = ? and e.deleted_at is null and l.deleted_at is null`,
    [earnKey(orderId)]
  )
  return row
}

/** How many points of an entry were taken back. */
export async function reversedOf(sql: Sql, entryId: string): Promise<number> {
  const [row] = await sql.execute<{ total: number }[]>(
    `select coalesce(-sum(points), 0)::int as total from loyalty_entry
      where reverses_id = ? and deleted_at is null`,
    [entryId]
  )
  return row?.total ?? 0
}

/** Where a walk through the ledger stands: everything before it was seen. */
export type EntryCursor = { created_at: Date; id: string }

/** The account's entries before the cursor, newest first. */
export async function entriesBefore(
  sql: Sql,
  customerId: string,
  page: { before?: EntryCursor; limit: number; offset?: number }
): Promise<EntryRow[]> {
  const { before, limit, offset = 0 } = page
  return await sql.execute<EntryRow[]>(
    `select ${ENTRY_COLUMNS}
       from loyalty_entry e
      where e.account_id = (select id from loyalty_account
                             where customer_id = ? and deleted_at is null)
        and e.deleted_at is null
        ${before ? "and (e.created_at, e.id) < (?, ?)" : ""}
      order by e.created_at desc, e.id desc
      limit ? offset ?`,
    [
      customerId,
      ...(before ? [before.created_at, before.id] : []),
      limit,
      offset,
    ]
  )
}

export async function countEntries(
  sql: Sql,
  customerId: string
): Promise<number> {
  const [row] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count from loyalty_entry e
      where e.account_id = (select id from loyalty_account
                             where customer_id = ? and deleted_at is null)
        and e.deleted_at is null`,
    [customerId]
  )
  return row?.count ?? 0
}

export type EarnedOrder = EntryCursor & {
  order_id: string
  lines: EarnedLine[]
  /** Points taken back so far. */
  reversed: number
}

/** Orders whose points were not taken back in whole, oldest first after the cursor. */
export async function earnedOrders(
  sql: Sql,
  page: { after: EntryCursor; limit: number }
): Promise<EarnedOrder[]> {
  return await sql.execute<EarnedOrder[]>(
    `select e.id, e.created_at, e.order_id, e.detail -> 'lines' as lines, r.reversed
       from loyalty_entry e
       cross join lateral (
         select coalesce(-sum(points), 0)::int as reversed from loyalty_entry
          where reverses_id = e.id and deleted_at is null) r
      where e.kind = 'earn' and e.deleted_at is null
        and (e.created_at, e.id) > (?, ?)
        and e.points > r.reversed
      order by e.created_at, e.id
      limit ?`,
    [page.after.created_at, page.after.id, page.limit]
  )
}
