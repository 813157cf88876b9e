import { LocalDate } from "../domain/local-time"
import type { RouteStatus, StopStatus } from "../domain/route-status"
import type { PositionSource } from "../domain/route-status"
import { placeholders, Sql } from "./types"

/** A route as it stands in its table, with its driver. */
export type RouteRow = {
  id: string
  driver_id: string
  driver_name: string
  driver_phone: string | null
  date: LocalDate
  status: RouteStatus
  depot_lat: number | null
  depot_lng: number | null
  published_at: Date | null
  started_at: Date | null
  finished_at: Date | null
  link_token: string | null
  link_expires_at: Date | null
  created_at: Date
  updated_at: Date
}

const ROUTE_COLUMNS = `r.id, r.driver_id, v.name as driver_name,
  v.phone as driver_phone, r.date, r.status, r.depot_lat, r.depot_lng,
  r.published_at, r.started_at, r.finished_at, r.link_token, r.link_expires_at,
  r.created_at, r.updated_at`

export type RouteFilter = {
  ids?: readonly string[]
  date_from?: LocalDate
  date_to?: LocalDate
  status?: readonly RouteStatus[]
  driver_id?: readonly string[]
}

/** How far the stops of a route are. */
export type RouteCounts = {
  stops: number
  delivered: number
  failed: number
}

/** A page of routes with how far they are, newest day first. */
export async function pageRoutes(
  sql: Sql,
  filter: RouteFilter,
  page: { limit: number; offset: number }
): Promise<{ rows: (RouteRow & RouteCounts)[]; count: number }> {
  const { where, params } = conditions(filter)
  const rows = await sql.execute<(RouteRow & RouteCounts)[]>(
    `select ${ROUTE_COLUMNS}, c.stops, c.delivered, c.failed
       from delivery_route r
       join delivery_driver v on v.id = r.driver_id
       left join lateral (
         select count(*)::int as stops,
                count(*) filter (where st.status = 'delivered')::int as delivered,
                count(*) filter (where st.status = 'failed')::int as failed
           from delivery_stop st
          where st.route_id = r.id and st.status <> 'removed' and st.deleted_at is null
       ) c on true
      where ${where}
      order by r.date desc, v.name, r.id
      limit ? offset ?`,
    [...params, page.limit, page.offset]
  )
  const [{ count }] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count from delivery_route r where ${where}`,
    params
  )
  return { rows, count }
}

function conditions(filter: RouteFilter): { where: string; params: unknown[] } {
  const parts = ["r.deleted_at is null"]
  const params: unknown[] = []
  const addList = (column: string, values: readonly string[] | undefined) => {
    if (values) {
      parts.push(
        values.length ? `${column} in (${placeholders(values)})` : "false"
      )
      params.push(...values)
    }
  }
  addList("r.id", filter.ids)
  addList("r.status", filter.status)
  addList("r.driver_id", filter.driver_id)
  if (filter.date_from) {
    parts.push("r.date >= ?")
    params.push(filter.date_from)
  }
  if (filter.date_to) {
    parts.push("r.date <= ?")
    params.push(filter.date_to)
  }
  return { where: parts.join(" and "), params }
}

/** The route behind a driver's link that still works. */
export async function routeOfLink(
  sql: Sql,
  tokenHash: string,
  now: Date
): Promise<RouteRow | undefined> {
  const [row] = await sql.execute<RouteRow[]>(
    `select ${ROUTE_COLUMNS}
       from delivery_route r
       join delivery_driver v on v.id = r.driver_id
      where r.link_token_hash = ? and r.link_expires_at > ?
        and r.status in ('published', 'started', 'finished')
        and r.deleted_at is null`,
    [tokenHash, now]
  )
  return row
}

/** A stop with what is known of its delivery. */
export type StopRow = {
  id: string
  route_id: string
  booking_id: string
  order_id: string
  sequence: number
  status: StopStatus
  lat: number | null
  lng: number | null
  position: PositionSource
  arrived_at: Date | null
  delivered_at: Date | null
  failed_at: Date | null
  failure_reason: string | null
  failure_note: string | null
  settled_at: Date | null
  starts_at: Date
  ends_at: Date
  district_id: string
  district_name: string
}

/** More than one van holds; a route is never longer. */
export const MOST_STOPS = 500

/** The stops of a route as they are driven. */
export async function stopsOfRoute(
  sql: Sql,
  routeId: string
): Promise<StopRow[]> {
  return await sql.execute<StopRow[]>(
    `select st.id, st.route_id, st.booking_id, b.order_id, st.sequence, st.status,
            st.lat, st.lng, st.position, st.arrived_at, st.delivered_at,
            st.failed_at, st.failure_reason, st.failure_note, st.settled_at,
            s.starts_at, s.ends_at, d.id as district_id, d.name as district_name
       from delivery_stop st
       join delivery_booking b on b.id = st.booking_id
       join delivery_slot s on s.id = b.slot_id
       join delivery_district d on d.id = s.district_id
      where st.route_id = ? and st.status <> 'removed' and st.deleted_at is null
      order by st.sequence, st.id
      limit ${MOST_STOPS}`,
    [routeId]
  )
}

/** What is needed of a route to change it, locked until the transaction ends. */
export type LockedRoute = { id: string; status: RouteStatus; driver_id: string }

export async function lockRoute(
  sql: Sql,
  id: string
): Promise<LockedRoute | undefined> {
  const [row] = await sql.execute<LockedRoute[]>(
    `select id, status, driver_id from delivery_route
      where id = ? and deleted_at is null for update`,
    [id]
  )
  return row
}

export type LinkSecret = { hash: string; encrypted: string; expires_at: Date }

/** Gives a route a new link; the one before stops working. Null takes it away. */
export async function setLink(
  sql: Sql,
  id: string,
  link: LinkSecret | null,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_route set link_token_hash = ?, link_token = ?,
            link_expires_at = ?, updated_at = ?
      where id = ?`,
    [
      link?.hash ?? null,
      link?.encrypted ?? null,
      link?.expires_at ?? null,
      now,
      id,
    ]
  )
}

/** The secret of a route's link, to put it back; null when it has none. */
export async function linkOf(sql: Sql, id: string): Promise<LinkSecret | null> {
  const [row] = await sql.execute<LinkSecret[]>(
    `select link_token_hash as hash, link_token as encrypted,
            link_expires_at as expires_at
       from delivery_route where id = ? and link_token_hash is not null`,
    [id]
  )
  return row ?? null
}

/** When the last slot of a route's stops ends; null without a stop. */
export async function lastSlotEnd(
  sql: Sql,
  routeId: string
): Promise<Date | null> {
  const [{ ends_at }] = await sql.execute<{ ends_at: Date | null }[]>(
    `select max(s.ends_at) as ends_at
       from delivery_stop st
       join delivery_booking b on b.id = st.booking_id
       join delivery_slot s on s.id = b.slot_id
      where st.route_id = ? and st.status <> 'removed' and st.deleted_at is null`,
    [routeId]
  )
  return ends_at
}

const STAMP = {
  draft: "published_at = null, canceled_at = null",
  published: "published_at = coalesce(published_at, ?)",
  started: "started_at = coalesce(started_at, ?), finished_at = null",
  finished: "finished_at = ?",
  canceled: "canceled_at = ?",
} as const

/** Moves a route that is locked, and remembers when. */
export async function setRouteStatus(
  sql: Sql,
  id: string,
  status: RouteStatus,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_route set status = ?, ${STAMP[status]}, updated_at = ? where id = ?`,
    [status, ...(status === "draft" ? [] : [now]), now, id]
  )
}
