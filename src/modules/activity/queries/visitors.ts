import type { EventClaim, VisitorClaim } from "../domain/claims"
import { holderOf } from "./holder"
import { Sql } from "./sql"

export type VisitorLink = { anonymous_id: string; customer_id: string }

/** What was there before a link, to undo it with. */
export type PreviousLink = VisitorLink & {
  /** Null when the visitor was not linked to this customer. */
  first_linked_at: Date | null
  last_linked_at: Date | null
  /** The turn that began with the link; null when it was the customer's already. */
  turn_started_at: Date | null
}

/** Who said no to being analysed, in that browser or as that customer. */
const MAY_BE_LINKED = `
  not exists (
    select from activity.visitor_choice c
     where c.anonymous_id in (claim.anonymous_id, claim.customer_id)
       and not c.analytics)`

/**
 * Writes the claims of `claim`. A turn begins where it was somebody else's. A
 * claim may come late: whoever had the browser before and is known to have used
 * it since has it back from then on.
 */
const WRITE = `
  found as (
    select claim.*,
           ${holderOf("claim.anonymous_id", "claim.at")} as holder,
           not exists (
             select from activity.visitor_turn t
              where t.anonymous_id = claim.anonymous_id
                and t.started_at > claim.at) as is_last
      from claim
     where ${MAY_BE_LINKED}
  ), previous as (
    select v.* from activity.visitor_identity v
      join found using (anonymous_id, customer_id)
  ), linked as (
    insert into activity.visitor_identity as v
      (anonymous_id, customer_id, first_linked_at, last_linked_at)
    select anonymous_id, customer_id, at, at from found
     order by anonymous_id, customer_id
    on conflict (anonymous_id, customer_id) do update
      set first_linked_at = least(v.first_linked_at, excluded.first_linked_at),
          last_linked_at = greatest(v.last_linked_at, excluded.last_linked_at)
    where v.first_linked_at > excluded.first_linked_at
       or v.last_linked_at < excluded.last_linked_at
  ), turned as (
    insert into activity.visitor_turn (anonymous_id, started_at, customer_id)
    select anonymous_id, at, customer_id from found
     where holder is distinct from customer_id
     order by anonymous_id
    on conflict do nothing
    returning anonymous_id, started_at
  ), returned as (
    insert into activity.visitor_turn (anonymous_id, started_at, customer_id)
    select v.anonymous_id, v.last_linked_at, v.customer_id
      from found f
      join activity.visitor_identity v
        on v.anonymous_id = f.anonymous_id and v.customer_id = f.holder
     where f.is_last and f.holder <> f.customer_id and v.last_linked_at > f.at
     order by v.anonymous_id
    on conflict do nothing
  )
  select f.anonymous_id, f.customer_id, p.first_linked_at, p.last_linked_at,
         t.started_at as turn_started_at
    from found f
    left join previous p using (anonymous_id, customer_id)
    left join turned t on t.anonymous_id = f.anonymous_id`

/**
 * Links visitors to customers, whose turn at that browser begins. Events that
 * were stored before stay as they are.
 *
 * @param claims - each visitor once; not more than a statement holds
 * @returns what was there before, of those who may be linked
 */
export async function linkVisitors(
  sql: Sql,
  claims: readonly VisitorClaim[]
): Promise<PreviousLink[]> {
  return sql.query<PreviousLink[]>(
    `with claim as (
       select * from unnest($1::text[], $2::text[], $3::timestamptz[])
         as claim (anonymous_id, customer_id, at)
     ), ${WRITE}`,
    columnsOf(claims)
  )
}

/**
 * Links the visitors of stored events that say who they are. The rows are what
 * counts: an event that was not kept says nothing.
 *
 * @param claims - each visitor once
 */
export async function linkClaims(
  sql: Sql,
  claims: readonly EventClaim[]
): Promise<PreviousLink[]> {
  return sql.query<PreviousLink[]>(
    `with claim as (
       select c.anonymous_id, c.customer_id, c.at
         from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
           as c (anonymous_id, customer_id, at, message_id)
        where exists (
          select from activity.event e
           where e.customer_id = c.customer_id and e.occurred_at = c.at
             and e.message_id = c.message_id and e.user_id = e.customer_id)
     ), ${WRITE}`,
    [...columnsOf(claims), claims.map(({ message_id }) => message_id)]
  )
}

/** Those of the links that are not there yet. */
export async function newLinks(
  sql: Sql,
  links: readonly VisitorLink[]
): Promise<VisitorLink[]> {
  return sql.query<VisitorLink[]>(
    `select distinct l.anonymous_id, l.customer_id
       from unnest($1::text[], $2::text[]) as l (anonymous_id, customer_id)
       left join activity.visitor_identity v using (anonymous_id, customer_id)
      where v.anonymous_id is null`,
    [
      links.map(({ anonymous_id }) => anonymous_id),
      links.map(({ customer_id }) => customer_id),
    ]
  )
}

/** Puts a link back to what it was. */
export async function restoreVisitorLink(
  sql: Sql,
  previous: PreviousLink
): Promise<void> {
  const { anonymous_id, customer_id, turn_started_at } = previous
  await sql.query(
    `with turned as (
       delete from activity.visitor_turn
        where anonymous_id = $1 and customer_id = $2 and started_at = $3
     ), unlinked as (
       delete from activity.visitor_identity
        where anonymous_id = $1 and customer_id = $2 and $4::timestamptz is null
     )
     update activity.visitor_identity
        set first_linked_at = $4::timestamptz, last_linked_at = $5::timestamptz
      where anonymous_id = $1 and customer_id = $2
        and $4::timestamptz is not null`,
    [
      anonymous_id,
      customer_id,
      turn_started_at,
      previous.first_linked_at,
      previous.last_linked_at,
    ]
  )
}

/**
 * Ends the customer's turn at a browser: what comes after is nobody's until
 * somebody links it.
 *
 * @returns whether it was the customer's turn
 */
export async function releaseVisitor(
  sql: Sql,
  { anonymous_id, customer_id }: VisitorLink,
  at: Date
): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `insert into activity.visitor_turn (anonymous_id, started_at, customer_id)
     select $1::text, $3::timestamptz, null
      where ${holderOf("$1::text", "$3::timestamptz")} = $2::text
     on conflict do nothing
     returning 1`,
    [anonymous_id, customer_id, at]
  )
  return rows.length > 0
}

/** Undoes `releaseVisitor`. */
export async function resumeVisitor(
  sql: Sql,
  anonymous_id: string,
  at: Date
): Promise<void> {
  await sql.query(
    `delete from activity.visitor_turn
      where anonymous_id = $1 and started_at = $2 and customer_id is null`,
    [anonymous_id, at]
  )
}

function columnsOf(
  claims: readonly VisitorClaim[]
): [string[], string[], Date[]] {
  return [
    claims.map(({ anonymous_id }) => anonymous_id),
    claims.map(({ customer_id }) => customer_id),
    claims.map(({ at }) => at),
  ]
}
