import type { Visit } from "../entities/visit"
import { Sql } from "./sql"

const COLUMNS = [
  "id",
  "anonymous_id",
  "started_at",
  "ended_at",
  "pages",
  "events",
  "entry_path",
  "exit_path",
  "source",
  "medium",
  "campaign",
  "device",
] as const

export type CustomerVisitRow = Pick<Visit, (typeof COLUMNS)[number]>

/** Where a page of visits goes on. */
export type VisitPosition = { started_at: Date; id: string }

/** Visitors of a customer whose visits are looked at. */
const MAX_VISITORS = 100

/**
 * A page of a customer's visits, newest first. A visit is hers when nobody else
 * had the browser during it; one from before anybody was known there, when she
 * was the first. A visit during which the browser changed hands is nobody's.
 */
export async function readCustomerVisits(
  sql: Sql,
  customer_id: string,
  { limit, after }: { limit: number; after?: VisitPosition }
): Promise<CustomerVisitRow[]> {
  const rest = after
    ? "and (visit.started_at, visit.id) < ($3::timestamptz, $4::uuid)"
    : ""
  return sql.query<CustomerVisitRow[]>(
    `select ${COLUMNS.map((column) => `visit.${column}`).join(", ")}
       from (
         select anonymous_id from activity.visitor_identity
          where customer_id = $1
          order by last_linked_at desc limit ${MAX_VISITORS}
       ) visitor
       join activity.visit using (anonymous_id)
       join lateral (
         select coalesce(
           -- Who had the browser while the visit lasted.
           (select array_agg(distinct turn.customer_id)
              from (
                select t.customer_id, t.started_at,
                       lead(t.started_at) over (order by t.started_at) as ends_at
                  from activity.visitor_turn t
                 where t.anonymous_id = visit.anonymous_id
              ) turn
             where turn.started_at <= visit.ended_at
               and (turn.ends_at is null or turn.ends_at > visit.started_at)
               and turn.customer_id is not null),
           -- Nobody yet: who was the first.
           (select array[t.customer_id]
              from activity.visitor_turn t
             where t.anonymous_id = visit.anonymous_id
               and not exists (
                 select from activity.visitor_turn earlier
                  where earlier.anonymous_id = t.anonymous_id
                    and earlier.started_at <= visit.ended_at)
             order by t.started_at limit 1)
         ) as customers
       ) holder on holder.customers = array[$1::text]
      where true ${rest}
      order by visit.started_at desc, visit.id desc
      limit $2`,
    [customer_id, limit, ...(after ? [after.started_at, after.id] : [])]
  )
}
