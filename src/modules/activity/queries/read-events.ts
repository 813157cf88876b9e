import type { ActivityEvent } from "../entities/event"
import { firstUntil } from "./holder"
import { Sql } from "./sql"

/** Place of an event in the order of time: newest first, ids break ties. */
export type EventPosition = { occurred_at: Date; id: string }

export type EventFilter = {
  anonymous_id?: string
  /** Events of every visitor that is this customer. */
  customer_id?: string
  /** Exact name of a tracked event, page or screen. */
  name?: string
  /** Exact names that are left out. */
  except?: readonly string[]
  /** Instants of happening: `from` inclusive, `to` exclusive. */
  from?: Date
  to?: Date
}

export type EventPage = {
  limit: number
  /** Only what comes after this place. */
  after?: EventPosition
}

const COLUMNS = [
  "id",
  "message_id",
  "source_id",
  "type",
  "name",
  "anonymous_id",
  "user_id",
  "customer_id",
  "is_bot",
  "occurred_at",
  "received_at",
  "properties",
  "context",
] as const

/** An event, with the customer its visitor is known to be. */
export type EventRow = Pick<ActivityEvent, (typeof COLUMNS)[number]>

type Bind = (value: unknown) => string
type Branch = (condition: string) => string

const NEWEST_FIRST = "order by occurred_at desc, id desc"

/** Visitors of a customer that are looked into for what was before log-in. */
const MAX_VISITORS = 100

/**
 * A page of events, newest first. Each branch walks an index backwards and
 * stops after a page.
 */
export async function readEvents(
  sql: Sql,
  filter: EventFilter,
  { limit, after }: EventPage
): Promise<EventRow[]> {
  const params: unknown[] = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const shared = conditions(filter, after, bind)
  const max = bind(limit)
  const branch: Branch = (condition) =>
    `(select ${COLUMNS.join(", ")} from activity.event
       where ${[condition, ...shared].join(" and ")}
       ${NEWEST_FIRST} limit ${max})`
  const found =
    filter.customer_id === undefined
      ? branch("true")
      : `${ofCustomer(bind(filter.customer_id), branch)} ${NEWEST_FIRST} limit ${max}`
  const columns = COLUMNS.map((column) =>
    column === "customer_id"
      ? "coalesce(e.customer_id, first.customer_id) as customer_id"
      : `e.${column}`
  )
  return sql.query<EventRow[]>(
    `select ${columns.join(", ")}
       from (${found}) e
       left join lateral (
         select v.* from activity.visitor_identity v
          where e.customer_id is null and v.anonymous_id = e.anonymous_id
          order by v.first_linked_at, v.customer_id limit 1
       ) first on e.occurred_at < ${firstUntil("first")}
      order by e.occurred_at desc, e.id desc`,
    params
  )
}

/**
 * What a customer did: the events that came when the visitor was known to be
 * the customer, and those of before of each visitor whom the customer was the
 * first to link. Those came before the link, so the index is entered there.
 */
function ofCustomer(customer: string, branch: Branch): string {
  const columns = COLUMNS.map((column) => `before.${column}`).join(", ")
  return `
    ${branch(`customer_id = ${customer}`)}
    union all
    select ${columns}
      from (
        select v.anonymous_id, ${firstUntil("v")} as until
          from activity.visitor_identity v
         where v.customer_id = ${customer}
           and not exists (
             select from activity.visitor_identity other
              where other.anonymous_id = v.anonymous_id
                and (other.first_linked_at, other.customer_id)
                  < (v.first_linked_at, v.customer_id))
         order by v.last_linked_at desc limit ${MAX_VISITORS}
      ) visitor
      cross join lateral ${branch(
        `anonymous_id = visitor.anonymous_id and customer_id is null
         and occurred_at < visitor.until`
      )} before`
}

function conditions(
  { anonymous_id, name, except, from, to }: EventFilter,
  after: EventPosition | undefined,
  bind: Bind
): string[] {
  return [
    anonymous_id !== undefined && `event.anonymous_id = ${bind(anonymous_id)}`,
    name !== undefined && `name = ${bind(name)}`,
    except && `(name is null or name <> all(${bind(except)}::text[]))`,
    from && `occurred_at >= ${bind(from)}`,
    to && `occurred_at < ${bind(to)}`,
    after && beyond(after, bind),
  ].filter((condition): condition is string => Boolean(condition))
}

/**
 * After a place. Not as `(occurred_at, id) < (..)`: beside another upper bound
 * the index may be entered at the other one, and half a month is walked.
 */
function beyond({ occurred_at, id }: EventPosition, bind: Bind): string {
  const at = `${bind(occurred_at)}::timestamptz`
  return `occurred_at <= ${at}
    and (occurred_at < ${at} or id < ${bind(id)}::bigint)`
}
