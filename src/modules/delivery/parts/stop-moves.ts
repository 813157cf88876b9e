import { MedusaError } from "@medusajs/framework/utils"

import type { DriverAction } from "../domain/driver-action"
import { BOOKING_TAKEN, STOP_CLOSED } from "../domain/refusals"
import { OPEN_STOPS } from "../domain/route-status"
import * as bookings from "../queries/bookings"
import * as stops from "../queries/stops"
import { Sql } from "../queries/types"

/**
 * Does to a stop what its driver did.
 *
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export async function applyToStop(
  sql: Sql,
  action: Exclude<DriverAction, { kind: "start" }>,
  stop: stops.StopKey,
  now: Date
): Promise<void> {
  switch (action.kind) {
    case "arrived":
      return await move(sql, stop, "arrived", now)
    case "failed":
      return await move(sql, stop, "failed", now, [action.reason, action.note])
    case "reopen":
      return await reopen(sql, stop, now)
    case "delivered":
      if (!OPEN_STOPS.includes(stop.status)) {
        throw stopClosed(stop.id)
      }
      if (!(await bookings.deliver(sql, stop.booking_id, now, now))) {
        throw stopClosed(stop.id)
      }
      return await move(sql, stop, "delivered", now)
  }
}

async function move(
  sql: Sql,
  stop: stops.StopKey,
  to: "arrived" | "delivered" | "failed",
  now: Date,
  values: readonly unknown[] = []
): Promise<void> {
  if (!(await stops.moveStop(sql, stop.id, to, now, values))) {
    throw stopClosed(stop.id)
  }
}

/** A stop that failed may have been planned again meanwhile, or its order canceled. */
async function reopen(sql: Sql, stop: stops.StopKey, now: Date): Promise<void> {
  const free = await sql.execute<{ id: string }[]>(
    `select b.id from delivery_booking b
      where b.id = ? and b.status = 'booked'
        and not exists (select 1 from delivery_stop o
                         where o.booking_id = b.id and o.id <> ?
                           and o.status in ('pending', 'arrived', 'delivered')
                           and o.deleted_at is null)
      for update of b`,
    [stop.booking_id, stop.id]
  )
  if (!free.length) {
    throw refuse(
      BOOKING_TAKEN,
      `The order of stop ${stop.id} is canceled or on another route.`
    )
  }
  if (!(await stops.moveStop(sql, stop.id, "pending", now))) {
    throw stopClosed(stop.id)
  }
}

export const stopClosed = (id: string): MedusaError =>
  refuse(
    STOP_CLOSED,
    `Stop ${id} is delivered already, or was taken off the route.`
  )

export const refuse = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
