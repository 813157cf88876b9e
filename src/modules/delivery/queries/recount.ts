import { lockSlots } from "./places"
import { Sql } from "./types"

/** What a slot counts, or what its bookings have. */
export type SlotCounts = {
  orders: number
  weight_grams: number
  minutes: number
}

export type SlotDifference = {
  slot_id: string
  date: string
  reserved: SlotCounts
  booked: SlotCounts
}

/** A page of slots: those that differ, and where the next page begins. */
export type RecountPage = {
  differences: SlotDifference[]
  /** Last slot of the page; null when there was none. */
  last_id: string | null
}

/** What the living bookings of a slot `s` have. */
const BOOKED = `
  select count(*)::int as orders,
         coalesce(sum(b.weight_grams), 0)::float8 as weight_grams,
         coalesce(sum(b.minutes), 0)::float8 as minutes
    from delivery_booking b
   where b.slot_id = s.id and b.status <> 'released' and b.deleted_at is null`

const DIFFERENCE = `
  jsonb_build_object(
    'slot_id', s.id, 'date', s.date,
    'reserved', jsonb_build_object('orders', s.reserved_orders,
      'weight_grams', s.reserved_weight_grams, 'minutes', s.reserved_minutes),
    'booked', jsonb_build_object('orders', b.orders,
      'weight_grams', b.weight_grams, 'minutes', b.minutes))`

const DIFFERS = `(s.reserved_orders, s.reserved_weight_grams, s.reserved_minutes)
  is distinct from (b.orders, b.weight_grams, b.minutes)`

/**
 * Compares slots with their bookings, a page in order of id. One statement sees
 * both as they were at one moment, and they change in one transaction: what
 * differs here is wrong, not under way.
 *
 * @param after - last slot of the page before, empty for the first
 */
export async function recountSlots(
  sql: Sql,
  after: string,
  limit: number
): Promise<RecountPage> {
  const [page] = await sql.execute<[RecountPage]>(
    `with s as (
       select * from delivery_slot
        where id > ? and deleted_at is null order by id limit ?)
     select (select max(id) from s) as last_id,
            coalesce((select jsonb_agg(${DIFFERENCE} order by s.id)
                        from s cross join lateral (${BOOKED}) b
                       where ${DIFFERS}), '[]'::jsonb) as differences`,
    [after, limit]
  )
  return page
}

/**
 * Makes a slot count what its bookings have, under its lock, so that no place is
 * taken or given meanwhile.
 *
 * @returns what it said and says; null when it is right by now
 */
export async function repairSlot(
  sql: Sql,
  slotId: string,
  now: Date
): Promise<SlotDifference | null> {
  await lockSlots(sql, [slotId])
  const [row] = await sql.execute<{ difference: SlotDifference }[]>(
    `select ${DIFFERENCE} as difference
       from delivery_slot s cross join lateral (${BOOKED}) b
      where s.id = ? and ${DIFFERS}`,
    [slotId]
  )
  if (!row) {
    return null
  }
  const { orders, weight_grams, minutes } = row.difference.booked
  await sql.execute(
    `update delivery_slot set reserved_orders = ?, reserved_weight_grams = ?,
            reserved_minutes = ?, updated_at = ?
      where id = ?`,
    [orders, weight_grams, minutes, now, slotId]
  )
  return row.difference
}
