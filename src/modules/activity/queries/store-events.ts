import { NewEvent } from "../domain/new-event"
import { holderOf } from "./holder"
import { Sql } from "./sql"
import { CHOICE_JOINS, IS_KEPT } from "./stored-choice"

/** Kind under which events without consent are counted. */
export const WITHOUT_CONSENT = "event_without_consent"

/**
 * Writes keys, events and counts in one statement: all are there or none is,
 * without a transaction's extra round trips. Keys are taken in one order, and
 * counts after them, so that two statements with the same messages wait for
 * each other instead of deadlocking.
 *
 * An event belongs to the customer it claims with an id that only the customer
 * knows, else to whose turn it was at its visitor when it happened. Of one
 * without consent only the day's number grows.
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
     order by source_id collate "C", message_id collate "C"
    on conflict do nothing
    returning source_id, message_id
  ), decided as (
    select e.*, ${IS_KEPT} as is_kept
      from incoming e
      join fresh on fresh.source_id = e.source_id
                and fresh.message_id = e.message_id
      ${CHOICE_JOINS}
  ), stored as (
    insert into activity.event (
      received_at, occurred_at, source_id, message_id, type, name,
      anonymous_id, user_id, customer_id, is_bot, properties, context)
    select coalesce($13, now()), e.occurred_at, e.source_id, e.message_id,
           e.type, e.name, e.anonymous_id, e.user_id,
           coalesce(e.claimed_customer_id,
                    ${holderOf("e.anonymous_id", "e.occurred_at")}),
           e.is_bot, e.properties, e.context
      from decided e
     where e.is_kept
  ), counted as (
    insert into activity.daily_fact as f (day, source_id, kind, value, events)
    select (coalesce($13, now()) at time zone $14)::date, e.source_id,
           '${WITHOUT_CONSENT}', coalesce(e.name, e.type), count(*)
      from decided e
     where not e.is_kept
     group by e.source_id, coalesce(e.name, e.type)
     order by e.source_id, coalesce(e.name, e.type)
    on conflict (day, source_id, kind, value)
      do update set events = f.events + excluded.events
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

export type StoreCircumstances = {
  /** IANA zone whose days are counted by. */
  timeZone: string
  /** When the events count as received; left out, the database's now. */
  at?: Date
}

/**
 * Stores events that were not stored before.
 *
 * @param events - no two with the same source and message id
 */
export async function storeEvents(
  sql: Sql,
  events: readonly NewEvent[],
  { timeZone, at }: StoreCircumstances
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
      timeZone,
    ]
  )
  const fromZero = (places: number[] = []) => places.map((place) => place - 1)
  return { stored: fromZero(row?.stored), counted: fromZero(row?.counted) }
}
