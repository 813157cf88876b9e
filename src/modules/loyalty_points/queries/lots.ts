import { LotRest, LotTaking } from "../domain/lots"
import { expireKey } from "../domain/keys"
import { LockedAccount, placeholders, Sql } from "./types"

export type NewLot = {
  id: string
  account_id: string
  entry_id: string
  points: number
  remaining: number
  available_at: Date
  expires_at: Date | null
}

export async function insertLots(
  sql: Sql,
  lots: readonly NewLot[],
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into loyalty_lot (id, account_id, entry_id, points, remaining,
       available_at, expires_at, created_at, updated_at)
     select x.id, x.account_id, x.entry_id, x.points, x.remaining,
            x.available_at, x.expires_at, ?, ?
       from jsonb_to_recordset(?::jsonb) as x(id text, account_id text, entry_id text,
         points int, remaining int, available_at timestamptz, expires_at timestamptz)`,
    [now, now, JSON.stringify(lots)]
  )
}

export type NewUse = LotTaking & { id: string; entry_id: string }

/** Writes down what entries took from lots. */
export async function insertUses(
  sql: Sql,
  uses: readonly NewUse[],
  now: Date
): Promise<void> {
  if (uses.length) {
    await sql.execute(
      `insert into loyalty_lot_use (id, lot_id, entry_id, points, created_at, updated_at)
       select x.id, x.lot_id, x.entry_id, x.points, ?, ?
         from jsonb_to_recordset(?::jsonb) as x(id text, lot_id text, entry_id text, points int)`,
      [now, now, JSON.stringify(uses)]
    )
  }
}

/** Lowers lots by what was taken from them. */
export async function lowerLots(
  sql: Sql,
  takings: readonly LotTaking[],
  now: Date
): Promise<void> {
  if (takings.length) {
    await sql.execute(
      `update loyalty_lot l set remaining = l.remaining - x.points, updated_at = ?
         from jsonb_to_recordset(?::jsonb) as x(lot_id text, points int)
        where l.id = x.lot_id`,
      [now, JSON.stringify(takings)]
    )
  }
}

/**
 * Lots of a locked account in the order in which points are taken: what can be
 * spent before what is pending, what expires first before what lasts. Lots whose
 * time is over are left to the expiry.
 *
 * @param first - this lot comes before all others, even when its time is over
 */
export async function lotsToTake(
  sql: Sql,
  accountId: string,
  now: Date,
  first: string | null = null
): Promise<LotRest[]> {
  return await sql.execute<LotRest[]>(
    `select id, remaining from loyalty_lot
      where account_id = ? and remaining > 0 and deleted_at is null
        and (id = ? or expires_at is null or expires_at > ?)
      order by (id is not distinct from ?) desc, (available_at > ?),
               expires_at nulls last, available_at, id`,
    [accountId, first, now, first, now]
  )
}

/** What the account will lose next, soonest first. */
export async function expiringLots(
  sql: Sql,
  accountId: string,
  now: Date,
  limit: number
): Promise<{ points: number; expires_at: Date }[]> {
  return await sql.execute(
    `select sum(remaining)::int as points, expires_at from loyalty_lot
      where account_id = ? and remaining > 0 and expires_at > ? and deleted_at is null
      group by expires_at order by expires_at limit ?`,
    [accountId, now, limit]
  )
}

/** Accounts with lots whose time is over. */
export async function accountsToExpire(
  sql: Sql,
  now: Date,
  lots: number
): Promise<string[]> {
  const rows = await sql.execute<{ account_id: string }[]>(
    `select distinct account_id from (
       select account_id from loyalty_lot
        where remaining > 0 and expires_at is not null and expires_at <= ?
          and deleted_at is null
        order by expires_at limit ?) due`,
    [now, lots]
  )
  return rows.map(({ account_id }) => account_id)
}

export type DueLot = { id: string; account_id: string; remaining: number }

/** The lots of locked accounts whose time is over. */
export async function dueLots(
  sql: Sql,
  accounts: readonly Pick<LockedAccount, "id">[],
  now: Date
): Promise<DueLot[]> {
  const ids = accounts.map(({ id }) => id)
  return ids.length
    ? await sql.execute<DueLot[]>(
        `select id, account_id, remaining from loyalty_lot
          where account_id in (${placeholders(ids)}) and remaining > 0
            and expires_at <= ? and deleted_at is null`,
        [...ids, now]
      )
    : []
}

/** How many points of a lot expired. */
export async function expiredOf(sql: Sql, lotId: string): Promise<number> {
  const [row] = await sql.execute<{ total: number }[]>(
    `select coalesce(-sum(points), 0)::int as total from loyalty_entry
      where key = ? and deleted_at is null`,
    [expireKey(lotId)]
  )
  return row?.total ?? 0
}
