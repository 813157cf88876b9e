import { generateEntityId } from "@medusajs/framework/utils"

import { expireKey } from "../domain/keys"
import { changeAccounts, lockAccounts } from "../queries/accounts"
import { appendEntries } from "../queries/entries"
import {
  accountsToExpire,
  dueLots,
  insertUses,
  lowerLots,
} from "../queries/lots"
import { NewEntry, Sql } from "../queries/types"

/**
 * Takes what is left of lots whose time is over.
 *
 * @param limit - about how many lots at once
 * @returns how many lots were emptied
 */
export async function writeExpiries(
  sql: Sql,
  now: Date,
  limit: number
): Promise<number> {
  const accounts = await lockAccounts(
    sql,
    "id",
    await accountsToExpire(sql, now, limit)
  )
  const lots = await dueLots(sql, accounts, now)
  if (!lots.length) {
    return 0
  }
  const expiries = lots.map((lot) => ({
    lot,
    entry: {
      id: generateEntityId(undefined, "lent"),
      account_id: lot.account_id,
      kind: "expire",
      points: -lot.remaining,
      key: expireKey(lot.id),
      reference_type: "lot",
      reference_id: lot.id,
      order_id: null,
      reverses_id: null,
      available_at: null,
      expires_at: null,
      detail: null,
      created_at: now,
    } satisfies NewEntry,
  }))
  await appendEntries(
    sql,
    expiries.map(({ entry }) => entry)
  )
  const takings = expiries.map(({ lot, entry }) => ({
    id: generateEntityId(undefined, "luse"),
    lot_id: lot.id,
    entry_id: entry.id,
    points: lot.remaining,
  }))
  await lowerLots(sql, takings, now)
  await insertUses(sql, takings, now)
  await changeAccounts(
    sql,
    expiries.map(({ entry }) => ({
      id: entry.account_id,
      balance: entry.points,
      owed: 0,
    })),
    now
  )
  return lots.length
}
