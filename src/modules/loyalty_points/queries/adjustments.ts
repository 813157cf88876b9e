import { Sql } from "./types"

export type AdjustmentRow = {
  id: string
  account_id: string
  /** Signed. */
  points: number
  reason: string
  idempotency_key: string
  actor_type: string
  actor_id: string
}

export async function adjustmentByKey(
  sql: Sql,
  key: string
): Promise<AdjustmentRow | undefined> {
  const [row] = await sql.execute<AdjustmentRow[]>(
    `select id, account_id, points, reason, idempotency_key, actor_type, actor_id
       from loyalty_adjustment
      where idempotency_key = ? and deleted_at is null`,
    [key]
  )
  return row
}

export async function insertAdjustment(
  sql: Sql,
  row: AdjustmentRow,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into loyalty_adjustment (id, account_id, points, reason,
       idempotency_key, actor_type, actor_id, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      row.id,
      row.account_id,
      row.points,
      row.reason,
      row.idempotency_key,
      row.actor_type,
      row.actor_id,
      now,
      now,
    ]
  )
}
