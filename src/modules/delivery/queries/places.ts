import { generateEntityId } from "@medusajs/framework/utils"

import { movesTo, ReleaseReason } from "../domain/booking-status"
import { giveProductDaysBack } from "./product-days"
import { followBookings } from "./stops"
import { Load } from "./take-place"
import { BOOKING_COLUMNS, BookingRow, placeholders, Sql } from "./types"

export * from "./take-place"

/**
 * The statements that give and take places. All of them run inside the caller's
 * transaction; what is reserved and the bookings move together or not at all.
 */

/** What was delivered keeps its place for good. */
const RELEASABLE = movesTo("released")

/** Gives back places with what each took. */
export async function givePlacesBack(
  sql: Sql,
  taken: readonly (Pick<BookingRow, "slot_id"> & Load)[],
  now: Date
): Promise<void> {
  const sums = new Map<string, Load & { orders: number }>()
  for (const { slot_id, weight_grams, minutes } of taken) {
    const sum = sums.get(slot_id) ?? { orders: 0, weight_grams: 0, minutes: 0 }
    sums.set(slot_id, {
      orders: sum.orders + 1,
      weight_grams: sum.weight_grams + weight_grams,
      minutes: sum.minutes + minutes,
    })
  }
  // In order of id, so that two releases never wait for each other crosswise.
  for (const [id, sum] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // Never below nothing: a difference that the recount has not repaired yet
    // must not keep an order from being canceled.
    await sql.execute(
      `update delivery_slot
          set reserved_orders = greatest(0, reserved_orders - ?),
              reserved_weight_grams = greatest(0, reserved_weight_grams - ?),
              reserved_minutes = greatest(0, reserved_minutes - ?),
              updated_at = ?
        where id = ?`,
      [sum.orders, sum.weight_grams, sum.minutes, now, id]
    )
  }
}

/** Locks slots in order of id: whoever changes two of them cannot deadlock with another. */
export async function lockSlots(
  sql: Sql,
  slotIds: readonly string[]
): Promise<void> {
  await sql.execute(
    `select id from delivery_slot where id in (${placeholders(slotIds)}) order by id for update`,
    [...slotIds]
  )
}

/** The booking of a cart or order that takes a place now, locked. */
export async function activeBooking(
  sql: Sql,
  key: "cart_id" | "order_id",
  id: string
): Promise<BookingRow | undefined> {
  const [row] = await sql.execute<BookingRow[]>(
    `select ${BOOKING_COLUMNS} from delivery_booking
      where ${key} = ? and status <> 'released' and deleted_at is null
      for update`,
    [id]
  )
  return row
}

export async function insertHold(
  sql: Sql,
  hold: {
    slot_id: string
    cart_id: string
    demand: Load
    expires_at: Date
    now: Date
  }
): Promise<BookingRow> {
  const [row] = await sql.execute<BookingRow[]>(
    `insert into delivery_booking
       (id, slot_id, cart_id, status, weight_grams, minutes, expires_at,
        created_at, updated_at)
     values (?, ?, ?, 'held', ?, ?, ?, ?, ?)
     returning ${BOOKING_COLUMNS}`,
    [
      generateEntityId(undefined, "dbook"),
      hold.slot_id,
      hold.cart_id,
      hold.demand.weight_grams,
      hold.demand.minutes,
      hold.expires_at,
      hold.now,
      hold.now,
    ]
  )
  return row
}

/**
 * Releases bookings by a condition and gives their places and their pieces of
 * products back. A booking that is released already is not touched, so its
 * place comes back exactly once.
 *
 * @returns the bookings this call released
 */
export async function releaseWhere(
  sql: Sql,
  condition: { where: string; params: readonly unknown[] },
  reason: ReleaseReason,
  now: Date
): Promise<BookingRow[]> {
  const released = await releasePlacesWhere(sql, condition, reason, now)
  await giveProductDaysBack(
    sql,
    released.map(({ id }) => id),
    now
  )
  return released
}

/**
 * As `releaseWhere`, without the pieces of products: for who takes some in the
 * same transaction and must lock all their days in one order.
 *
 * @param busy - what to do about bookings that somebody else is changing. Who
 * has locked a slot skips them: the other may be waiting for that slot
 * @returns the bookings this call released
 */
export async function releasePlacesWhere(
  sql: Sql,
  condition: { where: string; params: readonly unknown[] },
  reason: ReleaseReason,
  now: Date,
  busy: "wait" | "skip" = "wait"
): Promise<BookingRow[]> {
  const released = await sql.execute<BookingRow[]>(
    `update delivery_booking
        set status = 'released', release_reason = ?, released_at = ?,
            expires_at = null, updated_at = ?
      where id in (
        select id from delivery_booking
         where status in (${placeholders(RELEASABLE)})
           and deleted_at is null and (${condition.where})
         order by id
         limit 500
         for update ${busy === "skip" ? "skip locked" : ""}
      )
      returning ${BOOKING_COLUMNS}`,
    [reason, now, now, ...RELEASABLE, ...condition.params]
  )
  await followBookings(
    sql,
    released.map(({ id }) => id),
    "removed",
    now
  )
  await givePlacesBack(sql, released, now)
  return released
}

/**
 * A full slot may be full of holds whose time is over; the slot is locked.
 *
 * @returns the bookings, whose pieces of products the caller gives back
 */
export async function releaseExpiredIn(
  sql: Sql,
  slotId: string,
  now: Date
): Promise<string[]> {
  const released = await releasePlacesWhere(
    sql,
    {
      where: "slot_id = ? and status = 'held' and expires_at <= ?",
      params: [slotId, now],
    },
    "expired",
    now,
    "skip"
  )
  return released.map(({ id }) => id)
}
