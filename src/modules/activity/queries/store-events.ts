import { NewEvent } from "../domain/new-event"
import { Sql } from "./sql"

/**
 * Writes keys and events in one statement: both are there or neither is,
 * without a transaction's extra round trips. Keys are taken in one order, so
 * that two statements with the same messages wait for each other instead of
 * deadlocking.
 *
 * An event belongs to the customer it claims with an id that only the customer
 * knows, else to whoever linked its visitor last.
 */
const STORE = `
  with incoming as (
    select * from unnest(
      $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
      $7::text[], $8::boolean[], $9::text[], $10::timestamptz[], $11::jsonb[],
      $12::jsonb[]
    ) with ordinality
      as e (source_id, message_id, type, name, anonymous_id, user_id,
            claimed_customer_id, is_bot, consent, occurred_at, properties,
            context, place)
  ), fresh as (
    insert into activity.event_key (source_id, message_id, seen_at)
    select source_id, message_id, coalesce($13::timestamptz, now())
      from incoming
     order by source_id, message_id
    on conflict do nothing
    returning source_id, message_id
  ), decided as (
    select e.*, e.consent in ('granted', 'assumed') as is_kept
      from incoming e
      join fresh using (source_id, message_id)
  ), stored as (
    insert into activity.event (
      received_at, occurred_at, source_id, message_id, type, name,
      anonymous_id, user_id, customer_id, is_bot, properties, context)
    select coalesce($13::timestamptz, now()), e.occurred_at, e.source_id,
           e.message_id, e.type, e.name, e.anonymous_id, e.user_id,
           coalesce(e.claimed_customer_id, v.customer_id), e.is_bot,
           e.properties, e.context
      from decided e
      left join lateral (
        select customer_id from activity.visitor_identity
         where anonymous_id = e.anonymous_id
         order by last_linked_at desc, customer_id
         limit 1
      ) v on true
     where e.is_kept
  )
  select coalesce(array_agg(place::int) filter (where is_kept), '{}') as stored,
         coalesce(array_agg(place::int) filter (where not is_kept), '{}')
           as counted
    from decided`

/** Which events were new, by their place in the list, from 0. */
export type StoredPlaces = {
  /** Kept. */
  stored: number[]
  /** Only counted. */
  counted: number[]
}

/**
 * Stores events that were not stored before.
 *
 * @param events - no two with the same source and message id
 * @param at - when they count as received; left out, the database's now
 */
export async function storeEvents(
  sql: Sql,
  events: readonly NewEvent[],
  at?: Date
): Promise<StoredPlaces> {
  const column = <Key extends keyof NewEvent>(key: Key) =>
    events.map((event) => event[key])
  const [row] = await sql.query<{ stored: number[]; counted: number[] }[]>(
    STORE,
    [
      column("source_id"),
      column("message_id"),
      column("type"),
      column("name"),
      column("anonymous_id"),
      column("user_id"),
      column("claimed_customer_id"),
      column("is_bot"),
      column("consent"),
      column("occurred_at"),
      column("properties"),
      column("context"),
      at ?? null,
    ]
  )
  const fromZero = (places: number[] = []) => places.map((place) => place - 1)
  return { stored: fromZero(row?.stored), counted: fromZero(row?.counted) }
}
