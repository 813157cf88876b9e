import { StatusFacts } from "../domain/status"
import { POS_ORDER_COLUMNS, PosOrderRow } from "./orders"
import { Sql } from "./types"

/** Why a person has to look. */
export type Attention = { code: string; message: string }

/**
 * Writes what the POS said. An order that is closed is left as it is, so that
 * nothing moves back, whoever asks twice.
 *
 * @param input.closed - the status is terminal
 * @returns whether the order was still open
 */
export async function recordStatus(
  sql: Sql,
  input: StatusFacts & {
    id: string
    transaction_id: string | null
    reason: string | null
    cancel_state: PosOrderRow["cancel_state"]
    attention: Attention | null
    closed: boolean
    now: Date
  }
): Promise<boolean> {
  const rows = await sql.execute<{ id: string }[]>(
    `update pos_order
        set status = ?, external_status = ?, is_status_unknown = ?,
            status_reason = ?,
            status_changed_at = case
              when external_status is distinct from ? then ?::timestamptz
              else status_changed_at end,
            external_transaction_id = coalesce(?, external_transaction_id),
            cancel_state = ?, attention_code = ?, attention = ?,
            polled_at = ?, missing_since = null,
            closed_at = case when ? then ?::timestamptz end, updated_at = ?
      where id = ? and closed_at is null
      returning id`,
    [
      input.status,
      input.external_status,
      input.is_status_unknown,
      input.reason,
      input.external_status,
      input.now,
      input.transaction_id,
      input.cancel_state,
      input.attention?.code ?? null,
      input.attention?.message ?? null,
      input.now,
      input.closed,
      input.now,
      input.now,
      input.id,
    ]
  )
  return rows.length === 1
}

/** The POS was asked and does not list the order. */
export async function recordUnlisted(
  sql: Sql,
  input: { id: string; attention: Attention | null; now: Date }
): Promise<void> {
  const { id, attention, now } = input
  await sql.execute(
    `update pos_order
        set polled_at = ?, missing_since = coalesce(missing_since, ?),
            attention_code = coalesce(?, attention_code),
            attention = coalesce(?, attention), updated_at = ?
      where id = ? and closed_at is null`,
    [now, now, attention?.code ?? null, attention?.message ?? null, now, id]
  )
}

/** Says why a person has to look. */
export async function recordAttention(
  sql: Sql,
  id: string,
  attention: Attention,
  now: Date
): Promise<void> {
  await sql.execute(
    `update pos_order set attention_code = ?, attention = ?, updated_at = ?
      where id = ?`,
    [attention.code, attention.message, now, id]
  )
}

/** The POS did not let an order be canceled. */
export async function recordCancelRefused(
  sql: Sql,
  id: string,
  attention: Attention,
  now: Date
): Promise<void> {
  await sql.execute(
    `update pos_order
        set cancel_state = 'refused', attention_code = ?, attention = ?,
            updated_at = ?
      where id = ? and cancel_state = 'requested'`,
    [attention.code, attention.message, now, id]
  )
}

/** An order that may have been sent was not, and is not wanted any more. */
export async function withdraw(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.execute(
    `update pos_order
        set push_state = 'withdrawn', cancel_state = 'done',
            submit_started_at = null, request = null, attention_code = null,
            attention = null, updated_at = ?
      where id = ? and push_state = 'waiting'`,
    [now, id]
  )
}

/** Lines and state of an order that is decided again. */
export type Redecision = Pick<PosOrderRow, "lines" | "skipped_lines"> & {
  push_state: "waiting" | "skipped"
  attention: Attention | null
}

/**
 * Lets an order be sent again: its reason to wait is gone, and so is the
 * submission of before, because a person has looked that there is no ticket.
 *
 * @returns the order, or undefined when the POS has it by now
 */
export async function reopen(
  sql: Sql,
  id: string,
  decision: Redecision,
  now: Date
): Promise<PosOrderRow | undefined> {
  const [row] = await sql.execute<PosOrderRow[]>(
    `update pos_order
        set push_state = ?, lines = ?::jsonb, skipped_lines = ?::jsonb,
            attention_code = ?, attention = ?, submit_started_at = null,
            request = null, updated_at = ?
      where id = ? and push_state in ('waiting', 'skipped')
        and cancel_state = 'none' and deleted_at is null
      returning ${POS_ORDER_COLUMNS}`,
    [
      decision.push_state,
      JSON.stringify(decision.lines),
      JSON.stringify(decision.skipped_lines),
      decision.attention?.code ?? null,
      decision.attention?.message ?? null,
      now,
      id,
    ]
  )
  return row
}
