import type { BookingStatus } from "../domain/booking-status"
import type { StopProgress } from "../domain/delivery-stage"
import { CURRENT_STOP } from "./current-stop"
import { Sql } from "./types"

export type TrackedBookingRow = StopProgress & {
  id: string
  order_id: string | null
  status: BookingStatus
  district_name: string
  date: string
  starts_at: Date
  ends_at: Date
  delivered_at: Date | null
  arrived_at: Date | null
  /** Open stops that the driver comes to first; null while nobody is on the way. */
  stops_before: number | null
  /** Of the booking, or of its stop when that changed later. */
  updated_at: Date
}

/** The booking behind a tracking link that still works. */
export async function trackedBooking(
  sql: Sql,
  tokenHash: string,
  now: Date
): Promise<TrackedBookingRow | undefined> {
  const [row] = await sql.execute<TrackedBookingRow[]>(
    `select b.id, b.order_id, b.status, d.name as district_name, s.date,
            s.starts_at, s.ends_at, b.delivered_at, st.arrived_at,
            st.status as stop_status, st.route_status,
            case when st.status = 'pending' and st.route_status = 'started' then (
              select count(*)::int from delivery_stop o
               where o.route_id = st.route_id and o.sequence < st.sequence
                 and o.status in ('pending', 'arrived') and o.deleted_at is null
            ) end as stops_before,
            greatest(b.updated_at, st.updated_at, st.started_at) as updated_at
       from delivery_booking b
       join delivery_slot s on s.id = b.slot_id
       join delivery_district d on d.id = s.district_id
       ${CURRENT_STOP}
      where b.tracking_token_hash = ? and b.tracking_expires_at > ?
        and b.deleted_at is null`,
    [tokenHash, now]
  )
  return row
}
