import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { movesTo, ReleaseReason } from "../domain/booking-status"
import { SLOT_CLOSED, SLOT_FULL } from "../domain/refusals"
import { slotState } from "../domain/slots"
import { followBookings } from "./stops"
import {
  BOOKING_COLUMNS,
  BookingRow,
  placeholders,
  SLOT_COLUMNS,
  SlotRow,
  Sql,
} from "./types"

/**
 * The statements that give and take places. All of them run inside the caller's
 * transaction; `reserved_orders` and the bookings move together or not at all.
 */

/** What was delivered keeps its place for good. */
const RELEASABLE = movesTo("released")

/**
 * Takes one place in a slot if there is one.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with code `slot_full` or `slot_closed`
 */
export async function takePlace(
  sql: Sql,
  slotId: string,
  now: Date
): Promise<SlotRow> {
  const [taken] = await sql.execute<SlotRow[]>(
    `update delivery_slot
        set reserved_orders = reserved_orders + 1, updated_at = ?
      where id = ? and is_open and cutoff_at > ? and deleted_at is null
        and reserved_orders < capacity_orders
      returning ${SLOT_COLUMNS}`,
    [now, slotId, now]
  )
  if (taken) {
    return taken
  }
  throw await refusal(sql, slotId, now)
}

async function refusal(
  sql: Sql,
  slotId: string,
  now: Date
): Promise<MedusaError> {
  const [slot] = await sql.execute<SlotRow[]>(
    `select ${SLOT_COLUMNS} from delivery_slot where id = ? and deleted_at is null`,
    [slotId]
  )
  if (!slot) {
    return new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Delivery slot ${slotId} does not exist. List the cart's slots and choose one of them.`
    )
  }
  return slotState(slot, now) === "closed"
    ? new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Delivery slot ${slotId} is closed: its cut-off was ${slot.cutoff_at.toISOString()}. Choose another slot.`,
        SLOT_CLOSED
      )
    : new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Delivery slot ${slotId} is full. Choose another slot.`,
        SLOT_FULL
      )
}

/** Gives back places, one for each slot id named. */
export async function givePlacesBack(
  sql: Sql,
  slotIds: readonly string[],
  now: Date
): Promise<void> {
  const counts = new Map<string, number>()
  for (const id of slotIds) {
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  // In order of id, so that two releases never wait for each other crosswise.
  for (const [id, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await sql.execute(
      `update delivery_slot
          set reserved_orders = reserved_orders - ?, updated_at = ?
        where id = ?`,
      [count, now, id]
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
  hold: { slot_id: string; cart_id: string; expires_at: Date; now: Date }
): Promise<BookingRow> {
  const [row] = await sql.execute<BookingRow[]>(
    `insert into delivery_booking
       (id, slot_id, cart_id, status, expires_at, created_at, updated_at)
     values (?, ?, ?, 'held', ?, ?, ?)
     returning ${BOOKING_COLUMNS}`,
    [
      generateEntityId(undefined, "dbook"),
      hold.slot_id,
      hold.cart_id,
      hold.expires_at,
      hold.now,
      hold.now,
    ]
  )
  return row
}

/**
 * Releases bookings by a condition and gives their places back. A booking that
 * is released already is not touched, so its place comes back exactly once.
 *
 * @returns the bookings this call released
 */
export async function releaseWhere(
  sql: Sql,
  condition: { where: string; params: readonly unknown[] },
  reason: ReleaseReason,
  now: Date
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
         for update
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
  await givePlacesBack(
    sql,
    released.map(({ slot_id }) => slot_id),
    now
  )
  return released
}
