import { LocalDate } from "../domain/local-time"
import { SLOT_COLUMNS, SlotRow, Sql } from "./types"

/** What of its district decides what a slot costs and takes. */
export type DistrictTerms = {
  stop_minutes: number
  /** See `domain/rates`. */
  rates: unknown
}

/** A slot with the terms of its district. */
export type OfferedSlotRow = SlotRow & { district: DistrictTerms }

/** @param id - a column or a placeholder */
const districtTerms = (id: string) =>
  `(select json_build_object('stop_minutes', d.stop_minutes, 'rates', d.rates)
      from delivery_district d where d.id = ${id}) as district`

/** Slots of a district that start in a range of days, soonest first. */
export async function slotsOfDistrict(
  sql: Sql,
  query: { district_id: string; from: LocalDate; to: LocalDate; now: Date }
): Promise<OfferedSlotRow[]> {
  return await sql.execute<OfferedSlotRow[]>(
    `select ${SLOT_COLUMNS}, ${districtTerms("?")} from delivery_slot
      where district_id = ? and date between ? and ? and ends_at > ?
        and starts_at between ?::date - 2 and ?::date + 3
        and deleted_at is null
      order by starts_at, id
      limit 500`,
    [
      query.district_id,
      query.district_id,
      query.from,
      query.to,
      query.now,
      // Wherever the shop is: only the index goes by the instant.
      query.from,
      query.to,
    ]
  )
}

/** A slot that exists, on sale or not. */
export async function slotById(
  sql: Sql,
  id: string
): Promise<OfferedSlotRow | null> {
  const [row] = await sql.execute<OfferedSlotRow[]>(
    `select ${SLOT_COLUMNS}, ${districtTerms("district_id")}
       from delivery_slot where id = ? and deleted_at is null`,
    [id]
  )
  return row ?? null
}

/** The slot in which a cart or an order has a place now. */
export async function activeSlot(
  sql: Sql,
  owner: { cart_id: string } | { order_id: string }
): Promise<OfferedSlotRow | null> {
  const [key, id] =
    "cart_id" in owner
      ? ["cart_id", owner.cart_id]
      : ["order_id", owner.order_id]
  const [row] = await sql.execute<OfferedSlotRow[]>(
    `select ${SLOT_COLUMNS}, ${districtTerms("district_id")} from delivery_slot
      where id = (select slot_id from delivery_booking
                   where ${key} = ? and status <> 'released' and deleted_at is null)`,
    [id]
  )
  return row ?? null
}
