import { generateEntityId } from "@medusajs/framework/utils"

import { LocalDate } from "../domain/local-time"
import { DatedSlot } from "../domain/slots"
import { SLOT_COLUMNS, SlotRow, Sql } from "./types"

const BATCH = 500

/**
 * Writes dated slots; a slot that exists follows its window, but keeps what is
 * booked. Closed slots are opened again.
 *
 * @returns how many rows were made or changed
 */
export async function upsertSlots(
  sql: Sql,
  slots: readonly DatedSlot[],
  now: Date
): Promise<number> {
  let changed = 0
  for (let start = 0; start < slots.length; start += BATCH) {
    const batch = slots.slice(start, start + BATCH)
    const rows = await sql.execute<{ id: string }[]>(
      `insert into delivery_slot
         (id, district_id, window_id, date, starts_at, ends_at, cutoff_at,
          capacity_orders, price, raw_price, is_open, created_at, updated_at)
       values ${batch.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, true, ?, ?)").join(", ")}
       on conflict (window_id, date) where deleted_at is null do update set
         starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         cutoff_at = excluded.cutoff_at,
         capacity_orders = excluded.capacity_orders,
         price = excluded.price, raw_price = excluded.raw_price,
         is_open = true, updated_at = excluded.updated_at
       where (delivery_slot.starts_at, delivery_slot.ends_at,
              delivery_slot.cutoff_at, delivery_slot.capacity_orders,
              delivery_slot.price, delivery_slot.is_open)
          is distinct from (excluded.starts_at, excluded.ends_at,
              excluded.cutoff_at, excluded.capacity_orders, excluded.price, true)
       returning id`,
      batch.flatMap((slot) => [
        generateEntityId(undefined, "dslot"),
        slot.district_id,
        slot.window_id,
        slot.date,
        slot.starts_at,
        slot.ends_at,
        slot.cutoff_at,
        slot.capacity_orders,
        slot.price,
        JSON.stringify({ value: String(slot.price), precision: 20 }),
        now,
        now,
      ])
    )
    changed += rows.length
  }
  return changed
}

/**
 * Stops selling the future slots of windows that are gone, inactive, or of an
 * inactive district, and those a changed window no longer makes. Their bookings stay.
 *
 * @returns how many slots were closed
 */
export async function closeOrphanSlots(
  sql: Sql,
  filter: {
    district_id?: string
    today: LocalDate
    keep: readonly DatedSlot[]
  },
  now: Date
): Promise<number> {
  const keep = filter.keep.map(({ window_id, date }) => `${window_id} ${date}`)
  const rows = await sql.execute<{ id: string }[]>(
    `update delivery_slot set is_open = false, updated_at = ?
      where is_open and date >= ? and deleted_at is null
        ${filter.district_id ? "and district_id = ?" : ""}
        and not (window_id || ' ' || date = any(?::text[]))
      returning id`,
    [
      now,
      filter.today,
      ...(filter.district_id ? [filter.district_id] : []),
      toTextArray(keep),
    ]
  )
  return rows.length
}

/** A Postgres array literal; knex would spread a JS array into several bindings. */
function toTextArray(values: readonly string[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(",")}}`
}

/** Slots of a district that start in a range of days, soonest first. */
export async function slotsOfDistrict(
  sql: Sql,
  query: { district_id: string; from: LocalDate; to: LocalDate; now: Date }
): Promise<SlotRow[]> {
  return await sql.execute<SlotRow[]>(
    `select ${SLOT_COLUMNS} from delivery_slot
      where district_id = ? and date between ? and ? and ends_at > ?
        and deleted_at is null
      order by starts_at, id
      limit 500`,
    [query.district_id, query.from, query.to, query.now]
  )
}

/** The slot in which a cart or an order has a place now. */
export async function activeSlot(
  sql: Sql,
  owner: { cart_id: string } | { order_id: string }
): Promise<SlotRow | null> {
  const [key, id] =
    "cart_id" in owner
      ? ["cart_id", owner.cart_id]
      : ["order_id", owner.order_id]
  const [row] = await sql.execute<SlotRow[]>(
    `select ${SLOT_COLUMNS} from delivery_slot
      where id = (select slot_id from delivery_booking
                   where ${key} = ? and status <> 'released' and deleted_at is null)`,
    [id]
  )
  return row ?? null
}
