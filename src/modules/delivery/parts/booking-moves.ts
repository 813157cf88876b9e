import { MedusaError } from "@medusajs/framework/utils"

import { Demand } from "../domain/demand"
import { ROUTE_CHANGED, SLOT_CHANGE_CLOSED } from "../domain/refusals"
import * as places from "../queries/places"
import { moveProductDays } from "../queries/product-days"
import * as rebooking from "../queries/rebooking"
import { BookingRow, SlotRow, Sql } from "../queries/types"

/** The booking of an order, locked after its routes, off every draft and on no route of a driver. */
export async function lockBooking(
  sql: Sql,
  orderId: string,
  now: Date
): Promise<BookingRow> {
  const routes = await rebooking.lockRoutesOfOrder(sql, orderId)
  const booking = await places.activeBooking(sql, "order_id", orderId)
  if (!booking) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no delivery slot to change.`
    )
  }
  await assertMovable(sql, booking, routes, now)
  return booking
}

/** Takes the booking off a draft on the way. */
export async function assertMovable(
  sql: Sql,
  { id, order_id, status }: BookingRow,
  lockedRoutes: readonly string[],
  now: Date
): Promise<void> {
  if (status !== "booked") {
    throw refuse(
      SLOT_CHANGE_CLOSED,
      `Order ${order_id} is ${status}: its delivery slot can no longer be changed.`
    )
  }
  const route = await rebooking.routeOfBooking(sql, id)
  if (!route) {
    return
  }
  if (route.status !== "draft") {
    throw refuse(
      SLOT_CHANGE_CLOSED,
      `Order ${order_id} is on route ${route.id}, which its driver has. Take it off that route first.`
    )
  }
  if (!lockedRoutes.includes(route.id)) {
    throw refuse(
      ROUTE_CHANGED,
      `Order ${order_id} was being planned at that moment: try again.`
    )
  }
  await rebooking.leaveDraft(sql, id, route.id, now)
}

/** @throws MedusaError NOT_ALLOWED when the cut-off of the slot it has is over */
export async function assertBeforeCutoff(
  sql: Sql,
  { order_id, slot_id }: BookingRow,
  now: Date
): Promise<void> {
  const until = await rebooking.cutoffOf(sql, slot_id)
  if (!until || until <= now) {
    throw refuse(
      SLOT_CHANGE_CLOSED,
      `The delivery of order ${order_id} could be moved until ${until?.toISOString() ?? "now"}. Ask the shop.`
    )
  }
}

const DAY_MS = 86_400_000

export const trackingExpiry = (slot: SlotRow, days: number): Date =>
  new Date(slot.ends_at.getTime() + days * DAY_MS)

/** What a booking takes with it into another slot. */
export type Luggage = {
  demand: Demand
  tracking_days: number
  /** Bookings that had to leave for it, whose pieces of products come back. */
  released?: string[]
  now: Date
}

/** Puts a locked booking into a slot in which its place is taken. */
export async function putBooking(
  sql: Sql,
  bookingId: string,
  slot: SlotRow,
  { demand, tracking_days, released = [], now }: Luggage
): Promise<void> {
  await rebooking.putInto(
    sql,
    bookingId,
    {
      id: slot.id,
      load: demand,
      tracking_expires_at: trackingExpiry(slot, tracking_days),
    },
    now
  )
  await moveProductDays(sql, {
    released,
    booking: {
      booking_id: bookingId,
      date: slot.date,
      products: demand.products,
    },
    now,
  })
}

export const refuse = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
