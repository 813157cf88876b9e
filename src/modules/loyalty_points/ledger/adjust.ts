import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { adjustKey } from "../domain/keys"
import { takeFromLots } from "../domain/lots"
import { KEY_REUSED, POINTS_INSUFFICIENT } from "../domain/refusals"
import {
  changeAccounts,
  ensureAccounts,
  lockAccounts,
} from "../queries/accounts"
import {
  adjustmentByKey,
  AdjustmentRow,
  insertAdjustment,
} from "../queries/adjustments"
import { appendEntries } from "../queries/entries"
import { insertLots, insertUses, lotsToTake } from "../queries/lots"
import { LockedAccount, NewEntry, Sql } from "../queries/types"
import { partsOf } from "./earn"
import { writeTaking } from "./take"

export type AdjustInput = {
  customer_id: string
  /** Signed, not zero. */
  points: number
  reason: string
  /** A request that comes twice with the same key counts once. */
  idempotency_key: string
  actor: { type: string; id: string }
  /** When points that are given expire; null for never. */
  expires_at: Date | null
}

/**
 * Gives or takes points by hand.
 *
 * @returns the adjustment, and whether it was made by this call
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export async function writeAdjustment(
  sql: Sql,
  input: AdjustInput,
  now: Date
): Promise<{ adjustment: AdjustmentRow; made: boolean }> {
  const { customer_id, points } = input
  await ensureAccounts(sql, [customer_id], now)
  const [account] = await lockAccounts(sql, "customer_id", [customer_id])
  if (!account) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Customer ${customer_id} has no points account`
    )
  }
  const known = await adjustmentByKey(sql, input.idempotency_key)
  if (known) {
    return { adjustment: sameAdjustment(known, account, input), made: false }
  }
  const adjustment = {
    id: generateEntityId(undefined, "ladj"),
    account_id: account.id,
    points,
    reason: input.reason,
    idempotency_key: input.idempotency_key,
    actor_type: input.actor.type,
    actor_id: input.actor.id,
  }
  await insertAdjustment(sql, adjustment, now)
  const entry = entryOf(adjustment, points > 0 ? input.expires_at : null, now)
  await (points > 0 ? give(sql, entry, account, now) : take(sql, entry, now))
  return { adjustment, made: true }
}

async function give(
  sql: Sql,
  entry: NewEntry,
  account: LockedAccount,
  now: Date
): Promise<void> {
  const { lot, uses, change } = partsOf(entry, account.owed)
  await appendEntries(sql, [entry])
  await insertLots(sql, [lot], now)
  await insertUses(sql, uses, now)
  await changeAccounts(sql, [change], now)
}

async function take(sql: Sql, entry: NewEntry, now: Date): Promise<void> {
  const lots = await lotsToTake(sql, entry.account_id, now)
  const { takings, missing } = takeFromLots(lots, -entry.points)
  if (missing > 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The customer has ${-entry.points - missing} points, so ${-entry.points} cannot be taken.`,
      POINTS_INSUFFICIENT
    )
  }
  await writeTaking(sql, entry, takings, 0, now)
}

function sameAdjustment(
  known: AdjustmentRow,
  account: LockedAccount,
  { points, reason, idempotency_key }: AdjustInput
): AdjustmentRow {
  if (
    known.account_id !== account.id ||
    known.points !== points ||
    known.reason !== reason
  ) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Idempotency key ${idempotency_key} was used for another adjustment (${known.id}): send a new key.`,
      KEY_REUSED
    )
  }
  return known
}

function entryOf(
  adjustment: AdjustmentRow,
  expiresAt: Date | null,
  now: Date
): NewEntry {
  const given = adjustment.points > 0
  return {
    id: generateEntityId(undefined, "lent"),
    account_id: adjustment.account_id,
    kind: "adjust",
    points: adjustment.points,
    key: adjustKey(adjustment.id),
    reference_type: "adjustment",
    reference_id: adjustment.id,
    order_id: null,
    reverses_id: null,
    available_at: given ? now : null,
    expires_at: expiresAt,
    detail: null,
    created_at: now,
  }
}
