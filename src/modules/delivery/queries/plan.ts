import { generateEntityId } from "@medusajs/framework/utils"

import { LocalDate } from "../domain/local-time"
import type { GeoPoint } from "../domain/distance"
import type { Boundary } from "../domain/geometry"
import type { PositionSource } from "../domain/route-status"
import { placeholders, Sql } from "./types"

/** A booking that no published route has. */
export type PlannableBooking = {
  id: string
  order_id: string
  starts_at: Date
  ends_at: Date
  district_id: string
  district_name: string
  /** Of the district, for addresses without coordinates. */
  boundary: Boundary | null
}

/** Bookings of a day that are on no published route; those in drafts are planned anew. */
export async function plannableBookings(
  sql: Sql,
  filter: {
    date: LocalDate
    district_ids?: readonly string[]
    booking_id?: string
  },
  limit: number
): Promise<PlannableBooking[]> {
  const districts = filter.district_ids ?? []
  return await sql.execute<PlannableBooking[]>(
    `select b.id, b.order_id, s.starts_at, s.ends_at, d.id as district_id,
            d.name as district_name, d.boundary
       from delivery_slot s
       join delivery_booking b on b.slot_id = s.id
       join delivery_district d on d.id = s.district_id
      where s.date = ? and s.deleted_at is null
        and b.status = 'booked' and b.order_id is not null and b.deleted_at is null
        ${districts.length ? `and s.district_id in (${placeholders(districts)})` : ""}
        ${filter.booking_id ? "and b.id = ?" : ""}
        and not exists (
          select 1 from delivery_stop st
            join delivery_route r on r.id = st.route_id
           where st.booking_id = b.id and st.deleted_at is null
             and st.status in ('pending', 'arrived', 'delivered')
             and r.status <> 'draft')
      order by s.starts_at, b.id
      limit ?`,
    [
      filter.date,
      ...districts,
      ...(filter.booking_id ? [filter.booking_id] : []),
      limit,
    ]
  )
}

/** Lets one plan of a day be written after the other. */
export async function lockDay(sql: Sql, date: LocalDate): Promise<void> {
  await sql.execute(
    "select pg_advisory_xact_lock(hashtextextended('delivery-plan:' || ?, 0))",
    [date]
  )
}

/**
 * Takes bookings out of the day's drafts, for a new plan. Drafts that are left
 * without a stop are canceled.
 */
export async function takeOutOfDrafts(
  sql: Sql,
  date: LocalDate,
  bookingIds: readonly string[],
  now: Date
): Promise<void> {
  const drafts = await sql.execute<{ id: string }[]>(
    `select id from delivery_route
      where date = ? and status = 'draft' and deleted_at is null
      order by id for update`,
    [date]
  )
  if (!drafts.length || !bookingIds.length) {
    return
  }
  const ids = drafts.map(({ id }) => id)
  await sql.execute(
    `update delivery_stop set status = 'removed', removed_at = ?, updated_at = ?
      where route_id in (${placeholders(ids)}) and status = 'pending'
        and booking_id in (${placeholders(bookingIds)})`,
    [now, now, ...ids, ...bookingIds]
  )
  await sql.execute(
    `update delivery_route r set status = 'canceled', canceled_at = ?, updated_at = ?
      where r.id in (${placeholders(ids)})
        and not exists (select 1 from delivery_stop st
                         where st.route_id = r.id and st.status <> 'removed'
                           and st.deleted_at is null)`,
    [now, now, ...ids]
  )
}

export type NewStop = {
  booking_id: string
  point: GeoPoint | null
  position: PositionSource
}

/**
 * Gives bookings a place in a route, in this order after `after`. A booking
 * that is not booked any more, or that another route has, is left out.
 *
 * @returns the stops that were made
 */
export async function insertStops(
  sql: Sql,
  routeId: string,
  stops: readonly NewStop[],
  after: number,
  now: Date
): Promise<{ id: string; booking_id: string }[]> {
  if (!stops.length) {
    return []
  }
  const ids = stops.map(({ booking_id }) => booking_id)
  // Locked in order of id, as releases do: neither waits for the other crosswise.
  const booked = await sql.execute<{ id: string }[]>(
    `select id from delivery_booking
      where id in (${placeholders(ids)}) and status = 'booked' and deleted_at is null
      order by id for update`,
    ids
  )
  const free = new Set(booked.map(({ id }) => id))
  const wanted = stops
    .map((stop, index) => ({ ...stop, sequence: after + index + 1 }))
    .filter(({ booking_id }) => free.has(booking_id))
  if (!wanted.length) {
    return []
  }
  return await sql.execute<{ id: string; booking_id: string }[]>(
    `insert into delivery_stop
       (id, route_id, booking_id, sequence, status, lat, lng, position, created_at, updated_at)
     values ${wanted.map(() => "(?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?)").join(", ")}
     on conflict (booking_id)
       where status in ('pending', 'arrived', 'delivered') and deleted_at is null
       do nothing
     returning id, booking_id`,
    wanted.flatMap(({ booking_id, point, position, sequence }) => [
      generateEntityId(undefined, "dstop"),
      routeId,
      booking_id,
      sequence,
      point?.lat ?? null,
      point?.lng ?? null,
      position,
      now,
      now,
    ])
  )
}

export async function insertDraft(
  sql: Sql,
  draft: { driver_id: string; date: LocalDate; depot: GeoPoint | null },
  now: Date
): Promise<string> {
  const id = generateEntityId(undefined, "drte")
  await sql.execute(
    `insert into delivery_route
       (id, driver_id, date, status, depot_lat, depot_lng, created_at, updated_at)
     values (?, ?, ?, 'draft', ?, ?, ?, ?)`,
    [
      id,
      draft.driver_id,
      draft.date,
      draft.depot?.lat ?? null,
      draft.depot?.lng ?? null,
      now,
      now,
    ]
  )
  return id
}
