import { generateEntityId } from "@medusajs/framework/utils"

import { LockedAccount, placeholders, Sql } from "./types"

/** Makes the accounts that customers do not have yet. */
export async function ensureAccounts(
  sql: Sql,
  customerIds: readonly string[],
  now: Date
): Promise<void> {
  // In one order for everybody, so that two who make the same accounts wait
  // for each other instead of blocking each other.
  const rows = [...customerIds].sort().map((customer_id) => ({
    id: generateEntityId(undefined, "lacc"),
    customer_id,
  }))
  await sql.execute(
    `insert into loyalty_account (id, customer_id, created_at, updated_at)
     select x.id, x.customer_id, ?, ?
       from jsonb_to_recordset(?::jsonb) as x(id text, customer_id text)
     on conflict (customer_id) where deleted_at is null do nothing`,
    [now, now, JSON.stringify(rows)]
  )
}

/**
 * Locks accounts until the transaction ends, in order of id. Everything that
 * changes a balance or a lot comes through here.
 */
export async function lockAccounts(
  sql: Sql,
  by: "id" | "customer_id",
  ids: readonly string[]
): Promise<LockedAccount[]> {
  return ids.length
    ? await sql.execute<LockedAccount[]>(
        `select id, customer_id, owed from loyalty_account
          where ${by} in (${placeholders(ids)}) and deleted_at is null
          order by id for update`,
        [...ids]
      )
    : []
}

export type AccountChange = { id: string; balance: number; owed: number }

/** Adds to the totals of locked accounts. */
export async function changeAccounts(
  sql: Sql,
  changes: readonly AccountChange[],
  now: Date
): Promise<void> {
  await sql.execute(
    `update loyalty_account a
        set balance = a.balance + x.balance, owed = a.owed + x.owed, updated_at = ?
       from (select id, sum(balance)::int as balance, sum(owed)::int as owed
               from jsonb_to_recordset(?::jsonb) as x(id text, balance int, owed int)
              group by id) x
      where a.id = x.id`,
    [now, JSON.stringify(changes)]
  )
}

export type BalanceRow = {
  account_id: string
  balance: number
  /** In lots that are not available yet. */
  pending: number
  /** In lots whose time is over but which the expiry has not emptied yet. */
  lapsed: number
}

/** A customer's totals; undefined for one who never had points. */
export async function balanceOf(
  sql: Sql,
  customerId: string,
  now: Date
): Promise<BalanceRow | undefined> {
  const [row] = await sql.execute<BalanceRow[]>(
    `select a.id as account_id, a.balance,
            coalesce(sum(l.remaining) filter (
              where l.expires_at <= ?), 0)::int as lapsed,
            coalesce(sum(l.remaining) filter (
              where l.available_at > ? and (l.expires_at is null or l.expires_at > ?)), 0)::int as pending
       from loyalty_account a
       left join loyalty_lot l
         on l.account_id = a.id and l.remaining > 0 and l.deleted_at is null
      where a.customer_id = ? and a.deleted_at is null
      group by a.id, a.balance`,
    [now, now, now, customerId]
  )
  return row
}

/** Account ids whose total is not what ledger and lots add up to. */
export async function brokenAccounts(
  sql: Sql,
  limit: number
): Promise<BrokenAccount[]> {
  return await sql.execute<BrokenAccount[]>(
    `select a.id, a.customer_id, a.balance, a.owed,
            coalesce(e.total, 0)::int as ledger, coalesce(l.total, 0)::int as lots
       from loyalty_account a
       left join (select account_id, sum(points) as total
                    from loyalty_entry group by account_id) e on e.account_id = a.id
       left join (select account_id, sum(remaining) as total
                    from loyalty_lot where remaining > 0 and deleted_at is null
                   group by account_id) l on l.account_id = a.id
      where a.deleted_at is null
        and (a.balance <> coalesce(e.total, 0)
             or a.balance <> coalesce(l.total, 0) - a.owed)
      order by a.id
      limit ?`,
    [limit]
  )
}

export type BrokenAccount = {
  id: string
  customer_id: string
  balance: number
  owed: number
  /** Sum of its entries. */
  ledger: number
  /** Left in its lots. */
  lots: number
}
