import { Sql } from "./sql"

/** Name under which `activity.rollup_state` keeps how far claims were followed. */
const FOLLOWER = "identity"

/** The instant before which every claim has been joined; null before the first. */
export async function claimsFollowedUntil(sql: Sql): Promise<Date | null> {
  const [row] = await sql.query<{ received_at: Date | null }[]>(
    `select received_at from activity.rollup_state where name = $1`,
    [FOLLOWER]
  )
  return row?.received_at ?? null
}

export async function setClaimsFollowedUntil(
  sql: Sql,
  until: Date
): Promise<void> {
  await sql.query(
    `update activity.rollup_state set received_at = $2, updated_at = now()
      where name = $1 and (received_at is null or received_at < $2)`,
    [FOLLOWER, until]
  )
}

/** Instants of arrival: `from` inclusive, `to` exclusive. */
export type Arrived = { from: Date; to: Date }

/** That a visitor was a customer, first and last within a time. */
export type SeenClaim = {
  anonymous_id: string
  customer_id: string
  first_at: Date
  last_at: Date
}

/**
 * What the stored events of a time say about who their visitors are and what the
 * visitors' links do not say yet. An event's claim was believed when the customer
 * it belongs to is the one it names.
 */
export async function readClaims(
  sql: Sql,
  { from, to }: Arrived
): Promise<SeenClaim[]> {
  return sql.query<SeenClaim[]>(
    `select said.*
       from (
         select visitor.id as anonymous_id, e.customer_id,
                min(e.occurred_at) as first_at, max(e.occurred_at) as last_at
           from activity.event e
          cross join lateral (
            values (e.anonymous_id),
                   (case when e.type = 'alias'
                         then e.properties ->> 'previousId' end)
          ) visitor (id)
          where e.received_at >= $1 and e.received_at < $2
            and e.user_id = e.customer_id and visitor.id <> ''
          group by visitor.id, e.customer_id
       ) said
       left join activity.visitor_identity v using (anonymous_id, customer_id)
      where v.anonymous_id is null
         or v.first_linked_at > said.first_at
         or v.last_linked_at < said.last_at`,
    [from, to]
  )
}

/** A visitor who says to have placed one of the shop's orders. */
export type OrderClaim = { anonymous_id: string; order_id: string; at: Date }

/**
 * Orders that visitors say to have placed, by the name that Segment's
 * specification gives the event, and the one it had before. An event that names
 * its customer itself has said enough.
 */
export async function readOrderClaims(
  sql: Sql,
  { from, to }: Arrived
): Promise<OrderClaim[]> {
  return sql.query<OrderClaim[]>(
    `select distinct on (anonymous_id, order_id) *
       from (
         select anonymous_id, properties ->> 'order_id' as order_id,
                occurred_at as at
           from activity.event
          where received_at >= $1 and received_at < $2
            and name in ('Order Completed', 'Completed Order')
            and type = 'track' and anonymous_id is not null
            and (user_id = customer_id) is not true
       ) said
      where order_id ~ '^order_[0-9A-HJKMNP-TV-Z]{26}$'
      order by anonymous_id, order_id, at`,
    [from, to]
  )
}
