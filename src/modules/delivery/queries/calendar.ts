import type { BookingStatus } from "../domain/booking-status"
import type { LocalDate } from "../domain/local-time"
import type { Sql } from "./types"

/** A slot as the calendar shows it. */
export type CalendarSlotRow = {
  id: string
  date: LocalDate
  starts_at: Date
  ends_at: Date
  capacity_orders: number
  reserved_orders: number
  is_open: boolean
  district_id: string
  district_name: string
  booked: number
  delivered: number
}

/**
 * The slots of a range of days with what is booked in them, in order of day,
 * district and time.
 *
 * @param limit - the caller asks for one more than it shows
 */
export async function calendarSlots(
  sql: Sql,
  range: { from: LocalDate; to: LocalDate; district_id?: string },
  limit: number
): Promise<CalendarSlotRow[]> {
  return await sql.execute<CalendarSlotRow[]>(
    // The lateral count reads the bookings of these slots only, by their index.
    `select s.id, s.date, s.starts_at, s.ends_at, s.capacity_orders,
            s.reserved_orders, s.is_open, d.id as district_id,
            d.name as district_name, c.booked, c.delivered
       from delivery_slot s
       join delivery_district d on d.id = s.district_id
      cross join lateral (
        select count(*) filter (where b.status = 'booked')::int as booked,
               count(*) filter (where b.status = 'delivered')::int as delivered
          from delivery_booking b
         where b.slot_id = s.id and b.deleted_at is null
      ) c
      where s.date between ? and ? and s.deleted_at is null
        ${range.district_id ? "and s.district_id = ?" : ""}
      order by s.date, d.priority, d.name, d.id, s.starts_at, s.id
      limit ?`,
    [
      range.from,
      range.to,
      ...(range.district_id ? [range.district_id] : []),
      limit,
    ]
  )
}

/** What a calendar application needs to know of a link. */
export type FeedRow = { id: string; name: string; district_id: string | null }

/** The feed behind a link that still works. */
export async function feedOfToken(
  sql: Sql,
  tokenHash: string
): Promise<FeedRow | undefined> {
  const [row] = await sql.execute<FeedRow[]>(
    `select id, name, district_id from delivery_calendar_feed
      where token_hash = ? and revoked_at is null and deleted_at is null`,
    [tokenHash]
  )
  return row
}

/**
 * Notes that a feed was read; at most once in five minutes, since applications
 * ask often and nobody needs to know to the second.
 */
export async function touchFeed(
  sql: Sql,
  id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_calendar_feed set read_at = ?
      where id = ? and (read_at is null or read_at < ?::timestamptz - interval '5 minutes')`,
    [now, id, now]
  )
}

/** A booking of an order as an event of a calendar. */
export type FeedBookingRow = {
  id: string
  order_id: string
  status: Extract<BookingStatus, "booked" | "delivered" | "released">
  starts_at: Date
  ends_at: Date
  district_name: string
  created_at: Date
  /** Of the booking, or of its slot when that changed later. */
  updated_at: Date
}

/**
 * Bookings of orders in slots from a day on; canceled ones while they are
 * recent. Where there are more than `limit` the nearest ones to come are
 * taken, then the latest of those that are over.
 *
 * @param filter.canceledSince - older cancellations are left out
 */
export async function feedBookings(
  sql: Sql,
  filter: {
    from: LocalDate
    district_id: string | null
    canceledSince: Date
    now: Date
  },
  limit: number
): Promise<FeedBookingRow[]> {
  return await sql.execute<FeedBookingRow[]>(
    // The lateral limit keeps Postgres from reading all bookings to join them.
    `select b.id, b.order_id, b.status, s.starts_at, s.ends_at,
            d.name as district_name, b.created_at,
            greatest(b.updated_at, s.updated_at) as updated_at
       from delivery_slot s
       join delivery_district d on d.id = s.district_id
      cross join lateral (
        select k.id, k.order_id, k.status, k.created_at, k.updated_at
          from delivery_booking k
         where k.slot_id = s.id and k.order_id is not null and k.deleted_at is null
           and (k.status in ('booked', 'delivered')
                or (k.status = 'released' and k.released_at >= ?))
         limit ?
      ) b
      where s.date >= ? and s.deleted_at is null
        ${filter.district_id ? "and s.district_id = ?" : ""}
      order by s.ends_at < ?,
               abs(extract(epoch from s.starts_at - ?::timestamptz)), b.id
      limit ?`,
    [
      filter.canceledSince,
      limit,
      filter.from,
      ...(filter.district_id ? [filter.district_id] : []),
      filter.now,
      filter.now,
      limit,
    ]
  )
}
