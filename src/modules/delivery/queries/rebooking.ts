import { generateEntityId } from "@medusajs/framework/utils"

import type { RouteStatus } from "../domain/route-status"
import type { TrackingSecret } from "./bookings"
import type { Load } from "./places"
import { BOOKING_COLUMNS, BookingRow, Sql } from "./types"

/** The statements of an order's change of slot. All run inside the caller's transaction. */

/** Lets one booking of an order be made after the other; there is no row to lock yet. */
export async function lockOrder(sql: Sql, orderId: string): Promise<void> {
  await sql.execute(
    "select pg_advisory_xact_lock(hashtextextended('delivery-order:' || ?, 0))",
    [orderId]
  )
}

const LIVING_STOP = `st.status in ('pending', 'arrived', 'delivered')
  and st.deleted_at is null and r.status <> 'canceled' and r.deleted_at is null`

/**
 * Locks the routes an order is on, before its booking: whoever writes routes
 * takes locks in this order.
 *
 * @returns their ids
 */
export async function lockRoutesOfOrder(
  sql: Sql,
  orderId: string
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `select id from delivery_route
      where id in (
        select r.id from delivery_booking b
          join delivery_stop st on st.booking_id = b.id
          join delivery_route r on r.id = st.route_id
         where b.order_id = ? and b.status <> 'released' and b.deleted_at is null
           and ${LIVING_STOP})
      order by id for update`,
    [orderId]
  )
  return rows.map(({ id }) => id)
}

export type RouteOfBooking = { id: string; status: RouteStatus }

/** The route on which a booking has a living stop; one at most. */
export async function routeOfBooking(
  sql: Sql,
  bookingId: string
): Promise<RouteOfBooking | undefined> {
  const [row] = await sql.execute<RouteOfBooking[]>(
    `select r.id, r.status from delivery_stop st
       join delivery_route r on r.id = st.route_id
      where st.booking_id = ? and ${LIVING_STOP}`,
    [bookingId]
  )
  return row
}

/** Takes a booking out of a draft; a draft that is left without a stop is canceled. */
export async function leaveDraft(
  sql: Sql,
  bookingId: string,
  draftId: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_stop set status = 'removed', removed_at = ?, updated_at = ?
      where booking_id = ? and route_id = ? and status = 'pending'
        and deleted_at is null`,
    [now, now, bookingId, draftId]
  )
  await sql.execute(
    `update delivery_route set status = 'canceled', canceled_at = ?, updated_at = ?
      where id = ? and status = 'draft'
        and not exists (select 1 from delivery_stop st
                         where st.route_id = delivery_route.id
                           and st.status <> 'removed' and st.deleted_at is null)`,
    [now, now, draftId]
  )
}

/** Until when customers may order into a slot, and leave it again. */
export async function cutoffOf(
  sql: Sql,
  slotId: string
): Promise<Date | undefined> {
  const [row] = await sql.execute<{ cutoff_at: Date }[]>(
    "select cutoff_at from delivery_slot where id = ?",
    [slotId]
  )
  return row?.cutoff_at
}

/** Puts a locked booking into another slot, in which its place is taken. */
export async function putInto(
  sql: Sql,
  bookingId: string,
  slot: { id: string; load: Load; tracking_expires_at: Date },
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_booking
        set slot_id = ?, weight_grams = ?, minutes = ?, tracking_expires_at = ?,
            updated_at = ?
      where id = ?`,
    [
      slot.id,
      slot.load.weight_grams,
      slot.load.minutes,
      slot.tracking_expires_at,
      now,
      bookingId,
    ]
  )
}

/** The booking of an order that had no cart; its place is taken. */
export async function insertBooked(
  sql: Sql,
  booking: {
    slot_id: string
    order_id: string
    load: Load
    tracking: TrackingSecret
    now: Date
  }
): Promise<BookingRow> {
  const { load, tracking, now } = booking
  const [row] = await sql.execute<BookingRow[]>(
    `insert into delivery_booking
       (id, slot_id, order_id, status, weight_grams, minutes, booked_at,
        tracking_token_hash, tracking_token, tracking_expires_at,
        created_at, updated_at)
     values (?, ?, ?, 'booked', ?, ?, ?, ?, ?, ?, ?, ?)
     returning ${BOOKING_COLUMNS}`,
    [
      generateEntityId(undefined, "dbook"),
      booking.slot_id,
      booking.order_id,
      load.weight_grams,
      load.minutes,
      now,
      tracking.hash,
      tracking.encrypted,
      tracking.expires_at,
      now,
      now,
    ]
  )
  return row
}

/** A change of slot as it is remembered. */
export type MoveRow = {
  id: string
  booking_id: string
  order_id: string
  /** 1 for the first change of a booking. */
  number: number
  from_slot_id: string
  to_slot_id: string
  actor_type: string
  actor_id: string
  created_at: Date
}

const MOVE_COLUMNS = `id, booking_id, order_id, number, from_slot_id, to_slot_id,
  actor_type, actor_id, created_at`

/** Remembers a change of slot under the next number; the booking is locked. */
export async function insertMove(
  sql: Sql,
  move: Omit<MoveRow, "id" | "number" | "created_at">,
  now: Date
): Promise<MoveRow> {
  const [row] = await sql.execute<MoveRow[]>(
    `insert into delivery_move
       (id, booking_id, order_id, number, from_slot_id, to_slot_id,
        actor_type, actor_id, created_at, updated_at)
     values (?, ?, ?,
             (select coalesce(max(number), 0) + 1 from delivery_move
               where booking_id = ? and deleted_at is null),
             ?, ?, ?, ?, ?, ?)
     returning ${MOVE_COLUMNS}`,
    [
      generateEntityId(undefined, "dmov"),
      move.booking_id,
      move.order_id,
      move.booking_id,
      move.from_slot_id,
      move.to_slot_id,
      move.actor_type,
      move.actor_id,
      now,
      now,
    ]
  )
  return row
}

/** The change of slot that a booking had last. */
export async function lastMoveOf(
  sql: Sql,
  bookingId: string
): Promise<string | undefined> {
  const [row] = await sql.execute<{ id: string }[]>(
    `select id from delivery_move
      where booking_id = ? and deleted_at is null
      order by number desc
      limit 1`,
    [bookingId]
  )
  return row?.id
}

/** Forgets a change that was taken back. */
export async function deleteMove(sql: Sql, id: string): Promise<void> {
  await sql.execute("delete from delivery_move where id = ?", [id])
}

/** Changes of slot in a span of time, oldest first. */
export async function movesBetween(
  sql: Sql,
  span: { since: Date; before: Date },
  limit: number
): Promise<MoveRow[]> {
  return await sql.execute<MoveRow[]>(
    `select ${MOVE_COLUMNS} from delivery_move
      where created_at >= ? and created_at < ? and deleted_at is null
      order by created_at, id
      limit ?`,
    [span.since, span.before, limit]
  )
}
