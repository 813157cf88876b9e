import { DroppedEvents, NewEvent } from "../domain/new-event"
import { Sql } from "./sql"

/**
 * Writes keys and events in one statement: both are there or neither is,
 * without a transaction's extra round trips. Keys are taken in one order, so
 * that two statements with the same messages wait for each other instead of
 * deadlocking. A visitor whom a customer has linked is stamped with the
 * customer who did so last.
 */
const STORE = `
  with incoming as (
    select * from unnest(
      $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
      $7::timestamptz[], $8::timestamptz[], $9::jsonb[], $10::jsonb[]
    ) as e (source_id, message_id, type, name, anonymous_id, user_id,
            occurred_at, received_at, properties, context)
  ), fresh as (
    insert into activity.event_key (source_id, message_id, seen_at)
    select source_id, message_id, received_at from incoming
     order by source_id, message_id
    on conflict do nothing
    returning source_id, message_id
  ), stored as (
    insert into activity.event (
      received_at, occurred_at, source_id, message_id, type, name,
      anonymous_id, user_id, customer_id, properties, context)
    select e.received_at, e.occurred_at, e.source_id, e.message_id, e.type,
           e.name, e.anonymous_id, e.user_id, v.customer_id, e.properties,
           e.context
      from incoming e
      join fresh using (source_id, message_id)
      left join lateral (
        select customer_id from activity.visitor_identity
         where anonymous_id = e.anonymous_id
         order by last_linked_at desc, customer_id
         limit 1
      ) v on true
    returning 1
  )
  select count(*)::int as stored from stored`

/**
 * Stores events that were not stored before.
 *
 * @param events - no two with the same source and message id
 * @returns how many were new
 */
export async function storeEvents(
  sql: Sql,
  events: readonly NewEvent[]
): Promise<number> {
  const column = <Key extends keyof NewEvent>(key: Key) =>
    events.map((event) => event[key])
  const [row] = await sql.query<{ stored: number }[]>(STORE, [
    column("source_id"),
    column("message_id"),
    column("type"),
    column("name"),
    column("anonymous_id"),
    column("user_id"),
    column("occurred_at"),
    column("received_at"),
    column("properties"),
    column("context"),
  ])
  return row?.stored ?? 0
}

/** Adds to the day's counts of refused events. */
export async function countDropped(
  sql: Sql,
  dropped: readonly DroppedEvents[],
  now: Date
): Promise<void> {
  await sql.query(
    `insert into activity.dropped_event as d (source_id, day, reason, count)
     select source_id, $4::date, reason, sum(count)
       from unnest($1::text[], $2::text[], $3::bigint[])
         as e (source_id, reason, count)
      group by source_id, reason
      order by source_id, reason
     on conflict (source_id, day, reason)
       do update set count = d.count + excluded.count`,
    [
      dropped.map(({ source_id }) => source_id),
      dropped.map(({ reason }) => reason),
      dropped.map(({ count }) => count),
      now.toISOString().slice(0, 10),
    ]
  )
}
