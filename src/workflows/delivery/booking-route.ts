import { z } from "@medusajs/framework/zod"

import { FAILURE_REASONS } from "../../modules/delivery/domain/route-status"
import type { BookingListRow } from "../../modules/delivery/queries/booking-list"
import type { BookingRoute } from "../../sdk/types"

const reasonSchema = z.enum(FAILURE_REASONS).nullable().catch("other")

/** The published route a booking is on, null when it is on none. */
export function bookingRoute(row: BookingListRow): BookingRoute | null {
  const { route_id, driver_name, route_status, stop_status } = row
  return route_id && driver_name && route_status && stop_status
    ? {
        id: route_id,
        driver_name,
        route_status,
        stop_status,
        failure_reason: failureReason(row.failure_reason),
      }
    : null
}

/** A reason as it was stored; one that is not known any more is `other`. */
export const failureReason = (stored: string | null) =>
  reasonSchema.parse(stored)
