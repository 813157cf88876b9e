import { BookingStatus } from "../domain/booking-status"
import { LocalDate } from "../domain/local-time"
import type { StopProgress } from "../domain/delivery-stage"
import { CURRENT_STOP } from "./current-stop"
import { placeholders, Sql } from "./types"

export type BookingFilter = {
  ids?: string[]
  /** Days in the shop's zone, inclusive. */
  date_from?: LocalDate
  date_to?: LocalDate
  status?: BookingStatus[]
  district_id?: string[]
  order_id?: string[]
}

export type BookingListRow = StopProgress & {
  route_id: string | null
  driver_name: string | null
  failure_reason: string | null
  id: string
  status: BookingStatus
  order_id: string | null
  cart_id: string | null
  delivered_at: Date | null
  created_at: Date
  tracking_token: string | null
  slot_id: string
  date: LocalDate
  starts_at: Date
  ends_at: Date
  capacity_orders: number
  reserved_orders: number
  district_id: string
  district_name: string
}

/** A page of bookings with slot and district, in order of delivery. */
export async function pageBookings(
  sql: Sql,
  filter: BookingFilter,
  page: { limit: number; offset: number }
): Promise<{ rows: BookingListRow[]; count: number }> {
  const { where, params } = conditions(filter)
  const rows = await sql.execute<BookingListRow[]>(
    `select b.id, b.status, b.order_id, b.cart_id, b.delivered_at, b.created_at,
            b.tracking_token, s.id as slot_id, s.date, s.starts_at, s.ends_at,
            s.capacity_orders, s.reserved_orders,
            d.id as district_id, d.name as district_name,
            st.route_id, st.status as stop_status, st.route_status,
            st.failure_reason, v.name as driver_name
       from delivery_booking b
       join delivery_slot s on s.id = b.slot_id
       join delivery_district d on d.id = s.district_id
       ${CURRENT_STOP}
       left join delivery_driver v on v.id = st.driver_id
      where ${where}
      order by s.starts_at, d.name, b.id
      limit ? offset ?`,
    [...params, page.limit, page.offset]
  )
  const [{ count }] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count
       from delivery_booking b
       join delivery_slot s on s.id = b.slot_id
       join delivery_district d on d.id = s.district_id
      where ${where}`,
    params
  )
  return { rows, count }
}

function conditions(filter: BookingFilter): {
  where: string
  params: unknown[]
} {
  // Both: the indexes leave out what is deleted.
  const parts: string[] = ["b.deleted_at is null", "s.deleted_at is null"]
  const params: unknown[] = []
  const add = (sql: string, ...values: unknown[]) => {
    parts.push(sql)
    params.push(...values)
  }
  const addList = (column: string, values: readonly string[] | undefined) => {
    if (values) {
      // An empty list means that nothing matched an earlier search.
      add(
        values.length ? `${column} in (${placeholders(values)})` : "false",
        ...values
      )
    }
  }
  addList("b.id", filter.ids)
  addList("b.status", filter.status)
  addList("s.district_id", filter.district_id)
  addList("b.order_id", filter.order_id)
  if (filter.date_from) {
    add("s.date >= ?", filter.date_from)
  }
  if (filter.date_to) {
    add("s.date <= ?", filter.date_to)
  }
  return { where: parts.join(" and "), params }
}
