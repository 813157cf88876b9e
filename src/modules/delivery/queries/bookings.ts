import { BookingStatus, movesTo } from "../domain/booking-status"
import { BOOKING_COLUMNS, BookingRow, placeholders, Sql } from "./types"

/** The moves of a booking that neither take nor give a place. Each is a conditional update, so doing one twice changes nothing. */

async function move(
  sql: Sql,
  to: BookingStatus,
  set: string,
  setParams: readonly unknown[],
  key: "id" | "cart_id" | "order_id",
  id: string,
  now: Date
): Promise<BookingRow | undefined> {
  const from = movesTo(to)
  const [row] = await sql.execute<BookingRow[]>(
    `update delivery_booking set status = ?, ${set}, updated_at = ?
      where ${key} = ? and status in (${placeholders(from)}) and deleted_at is null
      returning ${BOOKING_COLUMNS}`,
    [to, ...setParams, now, id, ...from]
  )
  return row
}

/** Turns a cart's hold into a committed place, without a time limit. */
export const commitByCart = (sql: Sql, cartId: string, now: Date) =>
  move(
    sql,
    "committed",
    "committed_at = ?, expires_at = null",
    [now],
    "cart_id",
    cartId,
    now
  )

/** Turns a committed place back into a hold, when the order failed. */
export const uncommitByCart = (
  sql: Sql,
  cartId: string,
  expiresAt: Date,
  now: Date
) =>
  move(
    sql,
    "held",
    "committed_at = null, expires_at = ?",
    [expiresAt],
    "cart_id",
    cartId,
    now
  )

/** Lets a hold last longer. */
export async function prolongHold(
  sql: Sql,
  id: string,
  expiresAt: Date,
  now: Date
): Promise<BookingRow> {
  const [row] = await sql.execute<BookingRow[]>(
    `update delivery_booking set expires_at = ?, updated_at = ?
      where id = ? and status = 'held'
      returning ${BOOKING_COLUMNS}`,
    [expiresAt, now, id]
  )
  return row
}

export type TrackingSecret = {
  hash: string
  encrypted: string
  expires_at: Date
}

/** Gives a cart's place to its order. */
export const bookByCart = (
  sql: Sql,
  cartId: string,
  orderId: string,
  tracking: TrackingSecret,
  now: Date
) =>
  move(
    sql,
    "booked",
    `order_id = ?, booked_at = ?, expires_at = null,
     tracking_token_hash = ?, tracking_token = ?, tracking_expires_at = ?`,
    [orderId, now, tracking.hash, tracking.encrypted, tracking.expires_at],
    "cart_id",
    cartId,
    now
  )

export const deliver = (sql: Sql, id: string, deliveredAt: Date, now: Date) =>
  move(sql, "delivered", "delivered_at = ?", [deliveredAt], "id", id, now)

/** Takes a delivery back when the rest of its workflow failed. */
export async function undeliver(
  sql: Sql,
  id: string,
  now: Date
): Promise<boolean> {
  const rows = await sql.execute<{ id: string }[]>(
    `update delivery_booking set status = 'booked', delivered_at = null, updated_at = ?
      where id = ? and status = 'delivered'
      returning id`,
    [now, id]
  )
  return rows.length > 0
}
