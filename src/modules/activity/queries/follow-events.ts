import { ArrivalFilter, ArrivalPosition, ArrivalRange } from "../domain/arrival"
import type { ActivityEvent } from "../entities/event"
import { Sql } from "./sql"

const COLUMNS = [
  "message_id",
  "source_id",
  "type",
  "name",
  "anonymous_id",
  "user_id",
  "customer_id",
  "is_bot",
  "occurred_at",
  "properties",
  "context",
] as const

/** An event as it arrived. */
export type ArrivalRow = Pick<ActivityEvent, (typeof COLUMNS)[number]> &
  ArrivalPosition

export type ArrivalPage = {
  rows: ArrivalRow[]
  /** Where the next page begins, also when this one is empty. */
  next: ArrivalPosition
  /** True when the range was not read to its end. */
  has_more: boolean
}

/** Events that a filter looks at for one page: an empty page has an end, too. */
const LOOKED_AT = 50_000

const AT = `to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const IN_ORDER = "order by received_at, id"

/**
 * A page of events in the order in which they arrived. It walks the primary key
 * from where the last page ended, so that a page costs the same wherever it is.
 */
export async function followEvents(
  sql: Sql,
  filter: ArrivalFilter,
  { after, before, limit }: ArrivalRange
): Promise<ArrivalPage> {
  const end: ArrivalPosition = { at: before.toISOString(), id: "0" }
  if (new Date(after.at) >= before) {
    return { rows: [], next: after, has_more: false }
  }
  const stop = await endOfSearch(sql, filter, after, end)
  const params: unknown[] = [after.at, after.id, end.at, limit + 1]
  const bind = (value: unknown) => `$${params.push(value)}`
  const conditions = [
    "received_at >= $1::timestamptz",
    "received_at < $3::timestamptz",
    "(received_at, id) > ($1::timestamptz, $2::bigint)",
    ...(stop
      ? [
          `(received_at, id) <= (${bind(stop.at)}::timestamptz, ${bind(stop.id)}::bigint)`,
        ]
      : []),
    ...(filter.name === undefined ? [] : [`name = ${bind(filter.name)}`]),
    ...(filter.type === undefined ? [] : [`type = ${bind(filter.type)}`]),
    ...(filter.source_ids
      ? [`source_id = any(${bind(filter.source_ids)})`]
      : []),
    ...(filter.customer_id === undefined
      ? []
      : [`customer_id = ${bind(filter.customer_id)}`]),
  ]
  const found = await sql.query<ArrivalRow[]>(
    `select id, ${AT} as at, ${COLUMNS.join(", ")}
       from activity.event
      where ${conditions.join(" and ")}
      ${IN_ORDER} limit $4`,
    params
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  if (last && found.length > limit) {
    return { rows, next: { at: last.at, id: last.id }, has_more: true }
  }
  return stop
    ? { rows, next: stop, has_more: true }
    : { rows, next: end, has_more: false }
}

/**
 * The last event that a filtered page looks at, when there are so many. A
 * customer's events have an index and need no end.
 */
async function endOfSearch(
  sql: Sql,
  { name, type, source_ids, customer_id }: ArrivalFilter,
  after: ArrivalPosition,
  end: ArrivalPosition
): Promise<ArrivalPosition | null> {
  const looks = name !== undefined || type !== undefined || source_ids
  if (!looks || customer_id !== undefined) {
    return null
  }
  const [stop] = await sql.query<ArrivalPosition[]>(
    `select id, ${AT} as at
       from activity.event
      where received_at >= $1::timestamptz and received_at < $3::timestamptz
        and (received_at, id) > ($1::timestamptz, $2::bigint)
      ${IN_ORDER} offset ${LOOKED_AT - 1} limit 1`,
    [after.at, after.id, end.at]
  )
  return stop ?? null
}
