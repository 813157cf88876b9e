import { generateEntityId } from "@medusajs/framework/utils"

import { Earning } from "../domain/earning"
import { earnKey } from "../domain/keys"
import { coverOwed } from "../domain/lots"
import {
  AccountChange,
  changeAccounts,
  ensureAccounts,
  lockAccounts,
} from "../queries/accounts"
import { appendEntries, keysInLedger } from "../queries/entries"
import { insertLots, insertUses, NewLot, NewUse } from "../queries/lots"
import { NewEntry, Sql } from "../queries/types"

/** An earning and when the ledger is to say that it was written. */
export type DatedEarning = Earning & { created_at: Date }

/**
 * Writes what orders earned, each once: entry, lot and totals under the lock of
 * the account.
 *
 * @returns ids of the orders whose points were written now
 */
export async function writeEarnings(
  sql: Sql,
  earnings: readonly DatedEarning[],
  now: Date
): Promise<string[]> {
  const known = await keysInLedger(
    sql,
    earnings.map(({ order_id }) => earnKey(order_id))
  )
  const fresh = earnings.filter(({ order_id }) => !known.has(earnKey(order_id)))
  if (!fresh.length) {
    return []
  }
  const customers = [...new Set(fresh.map(({ customer_id }) => customer_id))]
  await ensureAccounts(sql, customers, now)
  const accounts = new Map(
    (await lockAccounts(sql, "customer_id", customers)).map((account) => [
      account.customer_id,
      account,
    ])
  )
  const entries = fresh.flatMap((earning) => {
    const account = accounts.get(earning.customer_id)
    return account ? [entryOf(earning, account.id)] : []
  })
  const written = await appendEntries(sql, entries)
  const added = entries.filter(({ id }) => written.has(id))
  const owed = new Map(
    [...accounts.values()].map((account) => [account.id, account.owed])
  )
  const parts = added.map((entry) => {
    const debt = owed.get(entry.account_id) ?? 0
    const part = partsOf(entry, debt)
    owed.set(entry.account_id, debt + part.change.owed)
    return part
  })
  await insertLots(
    sql,
    parts.map(({ lot }) => lot),
    now
  )
  await insertUses(
    sql,
    parts.flatMap(({ uses }) => uses),
    now
  )
  await changeAccounts(
    sql,
    parts.map(({ change }) => change),
    now
  )
  return added.flatMap(({ order_id }) => order_id ?? [])
}

function entryOf(earning: DatedEarning, accountId: string): NewEntry {
  const { order_id, points, available_at, expires_at, detail } = earning
  return {
    id: generateEntityId(undefined, "lent"),
    account_id: accountId,
    kind: "earn",
    points,
    key: earnKey(order_id),
    reference_type: "order",
    reference_id: order_id,
    order_id,
    reverses_id: null,
    available_at,
    expires_at,
    detail,
    created_at: earning.created_at,
  }
}

/** The lot that an entry makes, and what of it covers what the account owes. */
export function partsOf(
  entry: NewEntry,
  owed: number
): { lot: NewLot; uses: NewUse[]; change: AccountChange } {
  const { remaining, covered } = coverOwed(entry.points, owed)
  const lot = {
    id: generateEntityId(undefined, "llot"),
    account_id: entry.account_id,
    entry_id: entry.id,
    points: entry.points,
    remaining,
    available_at: entry.available_at ?? entry.created_at,
    expires_at: entry.expires_at,
  }
  return {
    lot,
    uses: covered
      ? [
          {
            id: generateEntityId(undefined, "luse"),
            lot_id: lot.id,
            entry_id: entry.id,
            points: covered,
          },
        ]
      : [],
    change: { id: entry.account_id, balance: entry.points, owed: -covered },
  }
}
