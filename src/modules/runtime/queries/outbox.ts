import {
  ClaimedMessage,
  OutboxData,
  OutboxOutcome,
  OutboxStatus,
} from "../../../lib/outbox"
import { SqlExecutor, toDate } from "./sql"

export type NewOutboxMessage = {
  id: string
  kind: string
  key: string
  payload: OutboxData
}

/** Inserts what is not there yet. Returns the ids that are new. */
export async function insertOutboxMessages(
  sql: SqlExecutor,
  messages: NewOutboxMessage[],
  now: Date
): Promise<string[]> {
  if (!messages.length) {
    return []
  }
  const rows = await sql.execute<{ id: string }>(
    `insert into outbox_message (id, kind, key, payload, next_attempt_at)
     select id, kind, key, payload, ?::timestamptz
     from jsonb_to_recordset(?::jsonb)
       as m (id text, kind text, key text, payload jsonb)
     on conflict (kind, key) do nothing
     returning id`,
    [now, JSON.stringify(messages)]
  )
  return rows.map(({ id }) => id)
}

type ClaimedRow = {
  id: string
  kind: string
  key: string
  payload: OutboxData
  attempts: number
  lease_id: string
  last_error: string | null
}

/**
 * Claims due messages. `skip locked` lets concurrent drains pass by each other;
 * a claimed message falls due again when its lease ends.
 */
export const CLAIM_SQL = `
  with due as (
    select id from outbox_message
    where status in ('pending', 'sending')
      and next_attempt_at <= ?
      and kind in (?)
      and deleted_at is null
    order by next_attempt_at
    limit ?
    for update skip locked
  )
  update outbox_message m
  set status = 'sending', attempts = m.attempts + 1, lease_id = ?,
      locked_until = ?, next_attempt_at = ?, updated_at = now()
  from due where m.id = due.id
  returning m.id, m.kind, m.key, m.payload, m.attempts, m.lease_id, m.last_error`

export async function claimOutboxMessages(
  sql: SqlExecutor,
  input: {
    kinds: string[]
    limit: number
    now: Date
    lockedUntil: Date
    leaseId: string
  }
): Promise<ClaimedMessage[]> {
  const { kinds, limit, now, lockedUntil, leaseId } = input
  if (!kinds.length || limit < 1) {
    return []
  }
  const rows = await sql.execute<ClaimedRow>(CLAIM_SQL, [
    now,
    kinds,
    limit,
    leaseId,
    lockedUntil,
    lockedUntil,
  ])
  return rows.map(({ lease_id, last_error, ...row }) => ({
    ...row,
    leaseId: lease_id,
    lastError: last_error,
  }))
}

/** Writes the end of a claim, unless the claim is over already. */
export async function settleOutboxMessage(
  sql: SqlExecutor,
  {
    id,
    leaseId,
    now,
    outcome,
  }: { id: string; leaseId: string; now: Date; outcome: OutboxOutcome }
): Promise<boolean> {
  const sent = outcome.status === "sent"
  const rows = await sql.execute<{ id: string }>(
    `update outbox_message
     set status = ?, last_error = ?, result = ?::jsonb, sent_at = ?,
         next_attempt_at = ?, locked_until = null, lease_id = null,
         updated_at = now()
     where id = ? and lease_id = ? and status = 'sending'
     returning id`,
    [
      outcome.status,
      sent ? null : outcome.error,
      sent && outcome.result ? JSON.stringify(outcome.result) : null,
      sent ? now : null,
      outcome.status === "pending" ? outcome.nextAttemptAt : now,
      id,
      leaseId,
    ]
  )
  return rows.length === 1
}

/** Takes back messages that nobody can have acted on for good. */
export async function removeUnsentOutboxMessages(
  sql: SqlExecutor,
  ids: string[]
): Promise<number> {
  if (!ids.length) {
    return 0
  }
  const rows = await sql.execute<{ id: string }>(
    `delete from outbox_message
     where id in (?) and status in ('pending', 'failed') returning id`,
    [ids]
  )
  return rows.length
}

/** Moves a dead letter back to the queue. Returns false when it is none. */
export async function requeueFailedOutboxMessage(
  sql: SqlExecutor,
  id: string,
  now: Date
): Promise<boolean> {
  // `last_error` stays: it is what makes the next attempt look up first.
  const rows = await sql.execute<{ id: string }>(
    `update outbox_message
     set status = 'pending', attempts = 0, next_attempt_at = ?,
         updated_at = now()
     where id = ? and status = 'failed' and deleted_at is null returning id`,
    [now, id]
  )
  return rows.length === 1
}

/** Undoes a requeue, unless a sender has the message by now. */
export async function failRequeuedOutboxMessage(
  sql: SqlExecutor,
  id: string,
  attempts: number
): Promise<boolean> {
  const rows = await sql.execute<{ id: string }>(
    `update outbox_message set status = 'failed', attempts = ?, updated_at = now()
     where id = ? and status = 'pending' and attempts = 0 returning id`,
    [attempts, id]
  )
  return rows.length === 1
}

/** Gives messages whose sender died back to the queue, at most `limit`. */
export async function releaseExpiredOutboxLeases(
  sql: SqlExecutor,
  now: Date,
  limit: number
): Promise<number> {
  const rows = await sql.execute<{ id: string }>(
    `update outbox_message m
     set status = 'pending', locked_until = null, lease_id = null,
         last_error = 'The sender stopped before it had an answer',
         updated_at = now()
     from (
       select id from outbox_message
       where status in ('pending', 'sending') and status = 'sending'
         and next_attempt_at <= ? and deleted_at is null
       order by next_attempt_at limit ? for update skip locked
     ) expired
     where m.id = expired.id returning m.id`,
    [now, limit]
  )
  return rows.length
}

export type OutboxStats = {
  pending: number
  failed: number
  oldestPendingAt: Date | null
  /** Due for this long already, or null when nothing is due. */
  oldestDueAt: Date | null
}

export async function readOutboxStats(
  sql: SqlExecutor,
  now: Date
): Promise<OutboxStats> {
  const open: OutboxStatus[] = ["pending", "sending"]
  const [row] = await sql.execute<{
    pending: string | number
    failed: string | number
    oldest_pending_at: Date | string | null
    oldest_due_at: Date | string | null
  }>(
    `select
       count(*) filter (where status in (?)) as pending,
       count(*) filter (where status = 'failed') as failed,
       min(created_at) filter (where status in (?)) as oldest_pending_at,
       min(next_attempt_at)
         filter (where status in (?) and next_attempt_at <= ?) as oldest_due_at
     from outbox_message
     where status in ('pending', 'sending', 'failed') and deleted_at is null`,
    [open, open, open, now]
  )
  return {
    pending: Number(row?.pending ?? 0),
    failed: Number(row?.failed ?? 0),
    oldestPendingAt: row?.oldest_pending_at
      ? toDate(row.oldest_pending_at)
      : null,
    oldestDueAt: row?.oldest_due_at ? toDate(row.oldest_due_at) : null,
  }
}
