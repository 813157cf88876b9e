import { TrackedBooking } from "../../modules/delivery/service"
import { TrackerState } from "../../sdk/types"

/**
 * What a customer's link shows of a booking: nothing of the customer, nothing
 * of other stops.
 *
 * @param orderNumber - the order's display id, null when there is no order yet
 * @param timeZone - IANA zone of the shop, in which `date` is meant
 */
export function toTrackerState(
  booking: TrackedBooking,
  orderNumber: number | null,
  timeZone: string
): TrackerState {
  return {
    stage: booking.stage,
    order_number: orderNumber,
    district: booking.district_name,
    date: booking.date,
    starts_at: booking.starts_at.toISOString(),
    ends_at: booking.ends_at.toISOString(),
    time_zone: timeZone,
    stops_before: booking.stops_before,
    arrived_at: booking.arrived_at?.toISOString() ?? null,
    delivered_at: booking.delivered_at?.toISOString() ?? null,
    updated_at: booking.updated_at.toISOString(),
  }
}
