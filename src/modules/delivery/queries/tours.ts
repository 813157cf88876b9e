import type { Boundary } from "../domain/geometry"
import { LocalDate } from "../domain/local-time"
import { placeholders, Sql } from "./types"

/** A delivery that is still to be driven. */
export type BookingToDrive = {
  id: string
  order_id: string
  slot_id: string
  district_id: string
  date: LocalDate
  starts_at: Date
  cutoff_at: Date
  weight_grams: number
  minutes: number
  /** A driver has it, or is about to: it is on a route that is no draft. */
  on_route: boolean
  /** It has a product that is delivered on certain days only, or sold by the day. */
  has_day_products: boolean
}

/** Booked deliveries of a range of days, of all districts. */
export async function bookingsToDrive(
  sql: Sql,
  range: { from: LocalDate; to: LocalDate },
  limit: number
): Promise<BookingToDrive[]> {
  return await sql.execute<BookingToDrive[]>(
    `select b.id, b.order_id, b.slot_id, s.district_id, s.date, s.starts_at,
            s.cutoff_at, b.weight_grams, b.minutes,
            exists (
              select 1 from delivery_stop st
                join delivery_route r on r.id = st.route_id
               where st.booking_id = b.id and st.deleted_at is null
                 and st.status in ('pending', 'arrived', 'delivered')
                 and r.status <> 'draft') as on_route,
            exists (
              select 1 from delivery_booking_product p
                join delivery_product_rule pr on pr.product_id = p.product_id
               where p.booking_id = b.id and p.deleted_at is null
                 and pr.deleted_at is null) as has_day_products
       from delivery_slot s
       join delivery_booking b on b.slot_id = s.id
      where s.date between ? and ? and s.deleted_at is null
        and b.status = 'booked' and b.order_id is not null and b.deleted_at is null
      order by s.starts_at, b.id
      limit ?`,
    [range.from, range.to, limit]
  )
}

/** A slot with all it has room for. */
export type SlotLoadRow = {
  id: string
  district_id: string
  district_name: string
  date: LocalDate
  starts_at: Date
  ends_at: Date
  cutoff_at: Date
  /** Major units. */
  price: number
  is_open: boolean
  opens_at: Date | null
  capacity_orders: number
  reserved_orders: number
  capacity_weight_grams: number | null
  reserved_weight_grams: number
  capacity_minutes: number | null
  reserved_minutes: number
}

/** Slots of a range of days, those that are closed among them, soonest first. */
export async function slotLoads(
  sql: Sql,
  range: {
    from: LocalDate
    to: LocalDate
    /** All districts when left out. */
    district_ids?: readonly string[]
  },
  limit: number
): Promise<SlotLoadRow[]> {
  const { from, to, district_ids: ids } = range
  if (ids && !ids.length) {
    return []
  }
  return await sql.execute<SlotLoadRow[]>(
    `select s.id, s.district_id, d.name as district_name, s.date, s.starts_at,
            s.ends_at, s.cutoff_at, s.price::float8 as price, s.is_open, s.opens_at,
            s.capacity_orders, s.reserved_orders, s.capacity_weight_grams,
            s.reserved_weight_grams, s.capacity_minutes, s.reserved_minutes
       from delivery_slot s
       join delivery_district d on d.id = s.district_id
      where s.date between ? and ? and s.deleted_at is null
        ${ids ? `and s.district_id in (${placeholders(ids)})` : ""}
      order by s.starts_at, s.id
      limit ?`,
    [from, to, ...(ids ?? []), limit]
  )
}

export type DistrictArea = {
  id: string
  name: string
  boundary: Boundary | null
}

/** Districts with what is drawn of them, whether they are active or not. */
export async function districtAreas(
  sql: Sql,
  ids: readonly string[]
): Promise<DistrictArea[]> {
  return ids.length
    ? await sql.execute<DistrictArea[]>(
        `select id, name, boundary from delivery_district
          where id in (${placeholders(ids)})`,
        [...ids]
      )
    : []
}
