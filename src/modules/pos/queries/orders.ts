import { generateEntityId } from "@medusajs/framework/utils"

import { PushedLine, SkippedLine } from "../domain/lines"
import { StatusFacts } from "../domain/status"
import { placeholders, Sql } from "./types"

/** An order of a connection as it stands in its table. */
export type PosOrderRow = {
  id: string
  connection_id: string
  order_id: string
  reference: string
  push_state: "waiting" | "sent" | "skipped" | "withdrawn"
  lines: PushedLine[]
  skipped_lines: SkippedLine[]
  request: string | null
  submit_started_at: Date | null
  external_customer_id: string | null
  external_id: string | null
  external_transaction_id: string | null
  sent_at: Date | null
  missing_since: Date | null
  closed_at: Date | null
  cancel_state: "none" | "requested" | "done" | "refused"
  status_reason: string | null
  attention_code: string | null
  attention: string | null
} & StatusFacts

export const POS_ORDER_COLUMNS = `id, connection_id, order_id, reference, push_state,
  lines, skipped_lines, request, submit_started_at, external_customer_id,
  external_id, external_transaction_id, sent_at, missing_since, closed_at,
  cancel_state, status, external_status, is_status_unknown, status_reason,
  attention_code, attention`

export async function findOrder(
  sql: Sql,
  id: string
): Promise<PosOrderRow | undefined> {
  const [row] = await sql.execute<PosOrderRow[]>(
    `select ${POS_ORDER_COLUMNS} from pos_order
      where id = ? and deleted_at is null`,
    [id]
  )
  return row
}

export type NewPosOrder = Pick<
  PosOrderRow,
  | "connection_id"
  | "order_id"
  | "reference"
  | "lines"
  | "skipped_lines"
  | "attention_code"
  | "attention"
> & { push_state: "waiting" | "skipped" }

/** Registers an order at a connection; null when it is registered already. */
export async function insertOrder(
  sql: Sql,
  order: NewPosOrder,
  now: Date
): Promise<string | null> {
  const rows = await sql.execute<{ id: string }[]>(
    `insert into pos_order (id, connection_id, order_id, reference, push_state,
       lines, skipped_lines, attention_code, attention, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
     on conflict (connection_id, order_id) where deleted_at is null do nothing
     returning id`,
    [
      generateEntityId(undefined, "posord"),
      order.connection_id,
      order.order_id,
      order.reference,
      order.push_state,
      JSON.stringify(order.lines),
      JSON.stringify(order.skipped_lines),
      order.attention_code,
      order.attention,
      now,
      now,
    ]
  )
  return rows[0]?.id ?? null
}

/** Takes back a registration that nobody has acted on. */
export async function removeUntouched(
  sql: Sql,
  ids: readonly string[]
): Promise<void> {
  if (ids.length) {
    await sql.execute(
      `delete from pos_order where id in (${placeholders(ids)})
         and push_state in ('waiting', 'skipped') and submit_started_at is null`,
      [...ids]
    )
  }
}

/**
 * Notes, before it leaves, that a submission is under way. From here on the
 * ticket may exist. Of two senders that read the order at once, one gets it.
 *
 * @param input.seen - the submission of before, as the sender read it
 * @returns the order, or undefined when it does not wait as it did when it was read
 */
export async function startSubmission(
  sql: Sql,
  input: {
    id: string
    request: string
    external_customer_id: string
    seen: Date | null
    now: Date
  }
): Promise<PosOrderRow | undefined> {
  const [row] = await sql.execute<PosOrderRow[]>(
    `update pos_order
        set submit_started_at = ?, request = ?, external_customer_id = ?,
            attention_code = null, attention = null, updated_at = ?
      where id = ? and push_state = 'waiting' and cancel_state = 'none'
        and submit_started_at is not distinct from ? and deleted_at is null
      returning ${POS_ORDER_COLUMNS}`,
    [
      input.now,
      input.request,
      input.external_customer_id,
      input.now,
      input.id,
      input.seen,
    ]
  )
  return row
}

/** Nothing of the submission arrived: it is as if it had never left. */
export async function forgetSubmission(
  sql: Sql,
  id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update pos_order
        set submit_started_at = null, request = null, updated_at = ?
      where id = ? and push_state = 'waiting'`,
    [now, id]
  )
}

/**
 * The POS has the order. The request is dropped: it holds an address.
 *
 * @returns the order, or undefined when another attempt recorded it before
 */
export async function recordSent(
  sql: Sql,
  input: {
    id: string
    external_id: string
    transaction_id: string | null
    now: Date
  }
): Promise<PosOrderRow | undefined> {
  const [row] = await sql.execute<PosOrderRow[]>(
    `update pos_order
        set push_state = 'sent', external_id = ?, external_transaction_id = ?,
            sent_at = ?, status = coalesce(status, 'received'),
            submit_started_at = null, request = null, attention_code = null,
            attention = null, updated_at = ?
      where id = ? and push_state = 'waiting'
      returning ${POS_ORDER_COLUMNS}`,
    [input.external_id, input.transaction_id, input.now, input.now, input.id]
  )
  return row
}

/** Which references belong to orders that wait: a ticket that bears one is that order's. */
export async function waitingReferences(
  sql: Sql,
  connectionId: string,
  references: readonly string[]
): Promise<Set<string>> {
  if (!references.length) {
    return new Set()
  }
  const rows = await sql.execute<{ reference: string }[]>(
    `select reference from pos_order
      where push_state = 'waiting' and connection_id = ?
        and reference in (${placeholders(references)})
        and deleted_at is null`,
    [connectionId, ...references]
  )
  return new Set(rows.map(({ reference }) => reference))
}

/** Which of the vendor's orders are known to be ours. */
export async function knownExternalIds(
  sql: Sql,
  connectionId: string,
  externalIds: readonly string[]
): Promise<Set<string>> {
  if (!externalIds.length) {
    return new Set()
  }
  const rows = await sql.execute<{ external_id: string }[]>(
    `select external_id from pos_order
      where connection_id = ? and external_id in (${placeholders(externalIds)})
        and deleted_at is null`,
    [connectionId, ...externalIds]
  )
  return new Set(rows.map(({ external_id }) => external_id))
}

/** Withdraws orders that nobody has started to send. Returns the ones this call withdrew. */
export async function withdrawUnsent(
  sql: Sql,
  orderIds: readonly string[],
  now: Date
): Promise<PosOrderRow[]> {
  return await sql.execute<PosOrderRow[]>(
    `update pos_order
        set push_state = 'withdrawn', cancel_state = 'done',
            attention_code = null, attention = null, updated_at = ?
      where order_id in (${placeholders(orderIds)}) and push_state = 'waiting'
        and submit_started_at is null and deleted_at is null
      returning ${POS_ORDER_COLUMNS}`,
    [now, ...orderIds]
  )
}

/**
 * Asks for the cancellation of what was sent or may have been. Answers those
 * that wait for it, also from an earlier call that died.
 */
export async function requestCancel(
  sql: Sql,
  orderIds: readonly string[],
  now: Date
): Promise<PosOrderRow[]> {
  return await sql.execute<PosOrderRow[]>(
    `update pos_order
        set cancel_state = 'requested', updated_at = ?
      where order_id in (${placeholders(orderIds)})
        and cancel_state in ('none', 'requested')
        and closed_at is null and push_state in ('waiting', 'sent')
        and (push_state = 'sent' or submit_started_at is not null)
        and deleted_at is null
      returning ${POS_ORDER_COLUMNS}`,
    [now, ...orderIds]
  )
}

/** Orders to poll: those asked longest ago first. */
export async function openOrders(
  sql: Sql,
  connectionId: string,
  limit: number
): Promise<PosOrderRow[]> {
  return await sql.execute<PosOrderRow[]>(
    `select ${POS_ORDER_COLUMNS} from pos_order
      where connection_id = ? and push_state = 'sent' and closed_at is null
        and deleted_at is null
      order by polled_at nulls first limit ?`,
    [connectionId, limit]
  )
}

/** Orders that wait to be sent and not for a person, after one of the last page. */
export async function waitingOrders(
  sql: Sql,
  after: string,
  limit: number
): Promise<PosOrderRow[]> {
  return await sql.execute<PosOrderRow[]>(
    `select ${POS_ORDER_COLUMNS} from pos_order
      where push_state = 'waiting' and id > ? and attention_code is null
        and deleted_at is null
      order by id limit ?`,
    [after, limit]
  )
}

/** Orders that are on their way or open at a POS, and not being canceled. */
export async function livingOrders(
  sql: Sql,
  after: string,
  limit: number
): Promise<Pick<PosOrderRow, "id" | "order_id">[]> {
  return await sql.execute<Pick<PosOrderRow, "id" | "order_id">[]>(
    `select id, order_id from pos_order
      where push_state in ('waiting', 'sent') and closed_at is null
        and cancel_state = 'none' and id > ? and deleted_at is null
      order by id limit ?`,
    [after, limit]
  )
}
