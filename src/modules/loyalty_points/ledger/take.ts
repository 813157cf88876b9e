import { generateEntityId } from "@medusajs/framework/utils"

import { LotTaking } from "../domain/lots"
import { changeAccounts } from "../queries/accounts"
import { appendEntries } from "../queries/entries"
import { insertUses, lowerLots } from "../queries/lots"
import { NewEntry, Sql } from "../queries/types"

/**
 * Writes an entry that takes points, from the lots it takes them from. The
 * account must be locked.
 *
 * @param owed - points that no lot could give
 */
export async function writeTaking(
  sql: Sql,
  entry: NewEntry,
  takings: readonly LotTaking[],
  owed: number,
  now: Date
): Promise<void> {
  await appendEntries(sql, [entry])
  await lowerLots(sql, takings, now)
  await insertUses(
    sql,
    takings.map((taking) => ({
      ...taking,
      id: generateEntityId(undefined, "luse"),
      entry_id: entry.id,
    })),
    now
  )
  await changeAccounts(
    sql,
    [{ id: entry.account_id, balance: entry.points, owed }],
    now
  )
}
