import { generateEntityId } from "@medusajs/framework/utils"

import { reverseKey } from "../domain/keys"
import { takeFromLots } from "../domain/lots"
import { pointsToReverse } from "../domain/points"
import { lockAccounts } from "../queries/accounts"
import { earnedEntry, reversedOf } from "../queries/entries"
import { expiredOf, lotsToTake } from "../queries/lots"
import { NewEntry, Sql } from "../queries/types"
import { writeTaking } from "./take"

/** What a customer keeps of an order; an order that was canceled keeps nothing. */
export type KeptOrder = {
  order_id: string
  /** Quantity by item id. */
  kept: ReadonlyMap<string, number>
}

/**
 * Brings what was taken back of an order up to what its state asks for, from the
 * recorded entry. Doing it again changes nothing.
 *
 * What was already lost to expiry is not taken a second time. Points that were
 * spent meanwhile come from the customer's other lots, else the account owes them.
 *
 * @returns the points taken back now, zero when there was nothing to do
 */
export async function writeReversal(
  sql: Sql,
  { order_id, kept }: KeptOrder,
  now: Date
): Promise<number> {
  const earned = await earnedEntry(sql, order_id)
  if (!earned) {
    return 0
  }
  await lockAccounts(sql, "id", [earned.account_id])
  const before = await reversedOf(sql, earned.id)
  const total = Math.min(
    pointsToReverse(earned.detail.lines, kept),
    earned.points - (await expiredOf(sql, earned.lot_id))
  )
  const points = total - before
  if (points <= 0) {
    return 0
  }
  const lots = await lotsToTake(sql, earned.account_id, now, earned.lot_id)
  const { takings, missing } = takeFromLots(lots, points)
  const entry: NewEntry = {
    id: generateEntityId(undefined, "lent"),
    account_id: earned.account_id,
    kind: "reverse",
    points: -points,
    key: reverseKey(order_id, total),
    reference_type: "order",
    reference_id: order_id,
    order_id,
    reverses_id: earned.id,
    available_at: null,
    expires_at: null,
    detail: null,
    created_at: now,
  }
  await writeTaking(sql, entry, takings, missing, now)
  return points
}
