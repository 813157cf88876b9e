import { OPEN_STOPS, StopStatus, stopMovesTo } from "../domain/route-status"
import { placeholders, Sql } from "./types"

export type StopKey = {
  id: string
  booking_id: string
  status: StopStatus
  sequence: number
}

const KEY = "id, booking_id, status, sequence"

/** The stops of a route that are still to be driven to, in order, locked. */
export async function lockOpenStops(
  sql: Sql,
  routeId: string
): Promise<StopKey[]> {
  return await sql.execute<StopKey[]>(
    `select ${KEY} from delivery_stop
      where route_id = ? and status in (${placeholders(OPEN_STOPS)})
        and deleted_at is null
      order by sequence, id for update`,
    [routeId, ...OPEN_STOPS]
  )
}

/** A stop of a route, without locking it: its booking is locked before it. */
export async function stopOfRoute(
  sql: Sql,
  routeId: string,
  stopId: string
): Promise<StopKey | undefined> {
  const [row] = await sql.execute<StopKey[]>(
    `select ${KEY} from delivery_stop
      where id = ? and route_id = ? and deleted_at is null`,
    [stopId, routeId]
  )
  return row
}

/** The last place taken in a route; 0 when none is. */
export async function lastSequence(sql: Sql, routeId: string): Promise<number> {
  const [{ last }] = await sql.execute<{ last: number }[]>(
    `select coalesce(max(sequence), 0)::int as last from delivery_stop
      where route_id = ? and status <> 'removed' and deleted_at is null`,
    [routeId]
  )
  return last
}

const SET: Record<StopStatus, string> = {
  pending: `arrived_at = null, failed_at = null, failure_reason = null, failure_note = null`,
  arrived: "arrived_at = ?",
  delivered: "delivered_at = ?",
  failed: "failed_at = ?, failure_reason = ?, failure_note = ?",
  removed: "removed_at = ?",
}

/**
 * Moves a stop, if its status allows.
 *
 * @param values - what the new status has beside the time: reason and note of a failure
 * @returns whether it moved
 */
export async function moveStop(
  sql: Sql,
  id: string,
  to: StopStatus,
  now: Date,
  values: readonly unknown[] = []
): Promise<boolean> {
  const from = stopMovesTo(to)
  const moved = await sql.execute<{ id: string }[]>(
    `update delivery_stop set status = ?, ${SET[to]}, updated_at = ?
      where id = ? and status in (${placeholders(from)}) and deleted_at is null
      returning id`,
    [to, ...(to === "pending" ? [] : [now]), ...values, now, id, ...from]
  )
  return moved.length > 0
}

/** Takes the open stops of a route away. */
export async function removeOpenStops(
  sql: Sql,
  routeId: string,
  now: Date
): Promise<{ id: string; booking_id: string }[]> {
  return await sql.execute<{ id: string; booking_id: string }[]>(
    `update delivery_stop set status = 'removed', removed_at = ?, updated_at = ?
      where route_id = ? and status in (${placeholders(OPEN_STOPS)})
        and deleted_at is null
      returning id, booking_id`,
    [now, now, routeId, ...OPEN_STOPS]
  )
}

/** Puts removed stops back whose bookings are still free. */
export async function restoreStops(
  sql: Sql,
  stopIds: readonly string[],
  now: Date
): Promise<void> {
  if (!stopIds.length) {
    return
  }
  await sql.execute(
    `update delivery_stop st
        set status = case when arrived_at is null then 'pending' else 'arrived' end,
            removed_at = null, updated_at = ?
      where st.id in (${placeholders(stopIds)}) and st.status = 'removed'
        and exists (select 1 from delivery_booking b
                     where b.id = st.booking_id and b.status = 'booked')
        and not exists (select 1 from delivery_stop o
                         where o.booking_id = st.booking_id and o.deleted_at is null
                           and o.status in ('pending', 'arrived', 'delivered'))`,
    [now, ...stopIds]
  )
}

/** Gives stops the places from `first` on, in this order. */
export async function renumber(
  sql: Sql,
  stopIds: readonly string[],
  first: number,
  now: Date
): Promise<void> {
  if (!stopIds.length) {
    return
  }
  await sql.execute(
    `update delivery_stop st set sequence = v.sequence, updated_at = ?
       from (values ${stopIds.map(() => "(?, ?::int)").join(", ")}) as v(id, sequence)
      where st.id = v.id`,
    [now, ...stopIds.flatMap((id, index) => [id, first + index])]
  )
}

/**
 * What becomes of a booking's stop when the booking itself ends: in the same
 * transaction, so that the two never disagree.
 *
 * @param to - `delivered` by whom ever, or `removed` when its order is canceled
 */
export async function followBookings(
  sql: Sql,
  bookingIds: readonly string[],
  to: "delivered" | "removed",
  now: Date
): Promise<void> {
  if (!bookingIds.length) {
    return
  }
  const rows = await sql.execute<{ route_id: string }[]>(
    to === "delivered"
      ? // Nobody took cash at this door: there is nothing to settle.
        `update delivery_stop st
            set status = case when r.status = 'draft' then 'removed' else 'delivered' end,
                removed_at = case when r.status = 'draft' then ?::timestamptz end,
                delivered_at = case when r.status <> 'draft' then ?::timestamptz end,
                settled_at = case when r.status <> 'draft' then ?::timestamptz end,
                updated_at = ?
           from delivery_route r
          where r.id = st.route_id and st.booking_id in (${placeholders(bookingIds)})
            and st.status in ('pending', 'arrived') and st.deleted_at is null
          returning st.route_id`
      : `update delivery_stop set status = 'removed', removed_at = ?, updated_at = ?
          where booking_id in (${placeholders(bookingIds)})
            and status in ('pending', 'arrived') and deleted_at is null
          returning route_id`,
    to === "delivered"
      ? [now, now, now, now, ...bookingIds]
      : [now, now, ...bookingIds]
  )
  await finishRoutes(
    sql,
    rows.map(({ route_id }) => route_id),
    now
  )
}

/**
 * Finishes started routes that have nothing left to drive to.
 *
 * A route that somebody is changing right now is passed over: whoever changes
 * it looks again at the end, and waiting for it could lock both up.
 *
 * @param routeIds - null looks at every started route
 */
export async function finishRoutes(
  sql: Sql,
  routeIds: readonly string[] | null,
  now: Date
): Promise<number> {
  if (routeIds && !routeIds.length) {
    return 0
  }
  const finished = await sql.execute<{ id: string }[]>(
    `update delivery_route set status = 'finished', finished_at = ?, updated_at = ?
      where id in (
        select r.id from delivery_route r
         where r.status = 'started' and r.deleted_at is null
           ${routeIds ? `and r.id in (${placeholders(routeIds)})` : ""}
           and not exists (select 1 from delivery_stop st
                            where st.route_id = r.id and st.deleted_at is null
                              and st.status in ('pending', 'arrived'))
         for update skip locked)
      returning id`,
    [now, now, ...(routeIds ?? [])]
  )
  return finished.length
}

/** Puts a stop back when its booking's delivery is taken back. */
export async function undeliverStop(
  sql: Sql,
  bookingId: string,
  now: Date
): Promise<void> {
  const rows = await sql.execute<{ route_id: string }[]>(
    `update delivery_stop set status = case when arrived_at is null then 'pending' else 'arrived' end,
            delivered_at = null, settled_at = null, updated_at = ?
      where booking_id = ? and status = 'delivered' and deleted_at is null
      returning route_id`,
    [now, bookingId]
  )
  for (const { route_id } of rows) {
    await sql.execute(
      `update delivery_route set status = 'started', finished_at = null, updated_at = ?
        where id = ? and status = 'finished'`,
      [now, route_id]
    )
  }
}

/** Bookings whose stops are still open in a route. */
export async function openBookings(
  sql: Sql,
  routeId: string
): Promise<string[]> {
  const rows = await sql.execute<{ booking_id: string }[]>(
    `select booking_id from delivery_stop
      where route_id = ? and status in ('pending', 'arrived') and deleted_at is null
      order by sequence limit 500`,
    [routeId]
  )
  return rows.map(({ booking_id }) => booking_id)
}

export type UnsettledStop = {
  id: string
  route_id: string
  booking_id: string
  order_id: string
}

/** Delivered stops whose money Medusa does not know of yet, oldest first. */
export async function unsettledStops(
  sql: Sql,
  before: Date,
  limit: number
): Promise<UnsettledStop[]> {
  return await sql.execute<UnsettledStop[]>(
    `select st.id, st.route_id, st.booking_id, b.order_id
       from delivery_stop st
       join delivery_booking b on b.id = st.booking_id
      where st.status = 'delivered' and st.settled_at is null
        and st.delivered_at < ? and st.deleted_at is null
      order by st.delivered_at
      limit ?`,
    [before, limit]
  )
}

export async function settleStop(
  sql: Sql,
  id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_stop set settled_at = coalesce(settled_at, ?), updated_at = ?
      where id = ? and status = 'delivered'`,
    [now, now, id]
  )
}
