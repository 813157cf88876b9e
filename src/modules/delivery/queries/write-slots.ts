import { generateEntityId } from "@medusajs/framework/utils"

import { LocalDate } from "../domain/local-time"
import { DatedSlot } from "../domain/slots"
import { SLOT_COLUMNS, SlotRow, Sql } from "./types"

/** Slots in one statement. */
const BATCH = 1_000

/** Slots as they should be, as rows. */
const WANTED = `jsonb_to_recordset(?::jsonb) as w (
  id text, window_id text, district_id text, date text,
  starts_at timestamptz, ends_at timestamptz, cutoff_at timestamptz,
  capacity_orders int, capacity_weight_grams int, capacity_minutes int,
  price numeric, minimum_order numeric, free_over numeric,
  early_group_ids text[], opens_at timestamptz)`

const SAME_SLOT = `s.window_id = w.window_id and s.date = w.date
  and s.deleted_at is null`

/** Who has a place was promised its times: they stay until nobody has one. */
const STARTS = `case when s.reserved_orders > 0 then s.starts_at else w.starts_at end`
const ENDS = `case when s.reserved_orders > 0 then s.ends_at else w.ends_at end`
const CUTOFF = `case when s.reserved_orders > 0
  then least(w.cutoff_at, s.starts_at) else w.cutoff_at end`

const DIFFERS = `(s.starts_at, s.ends_at, s.cutoff_at, s.capacity_orders,
    s.capacity_weight_grams, s.capacity_minutes, s.price, s.minimum_order,
    s.free_over, s.early_group_ids, s.opens_at, s.is_open)
  is distinct from (${STARTS}, ${ENDS}, ${CUTOFF}, w.capacity_orders,
    w.capacity_weight_grams, w.capacity_minutes, w.price, w.minimum_order,
    w.free_over, w.early_group_ids, w.opens_at, true)`

/** Medusa keeps the exact value of an amount beside its column. */
const raw = (column: string) =>
  `case when w.${column} is null then null
        else jsonb_build_object('value', w.${column}::text, 'precision', 20) end`

/** What writing is about to do. */
export type SlotPlan = {
  /** Slots that do not exist. */
  missing: DatedSlot[]
  /** Slots that exist and are not as they should be. */
  differing: DatedSlot[]
  differing_ids: string[]
  /** Slots that are sold and that nothing makes any more. */
  orphan_ids: string[]
}

/**
 * Compares slots as they should be with those that are there; changes nothing
 * and locks nothing, so that the hourly run costs customers no time.
 */
export async function planSlots(
  sql: Sql,
  wanted: readonly DatedSlot[],
  scope: { district_id?: string; today: LocalDate }
): Promise<SlotPlan> {
  const plan: SlotPlan = {
    missing: [],
    differing: [],
    differing_ids: [],
    orphan_ids: await orphans(sql, wanted, scope),
  }
  for (const batch of batches(wanted)) {
    const rows = await sql.execute<
      { id: string | null; window_id: string; date: string }[]
    >(
      `select s.id, w.window_id, w.date
         from ${WANTED} left join delivery_slot s on ${SAME_SLOT}
        where s.id is null or ${DIFFERS}`,
      [toJson(batch)]
    )
    const ids = new Map(rows.map((row) => [keyOf(row), row.id]))
    for (const slot of batch) {
      const id = ids.get(keyOf(slot))
      if (id === null) {
        plan.missing.push(slot)
      } else if (id !== undefined) {
        plan.differing.push(slot)
        plan.differing_ids.push(id)
      }
    }
  }
  return plan
}

async function orphans(
  sql: Sql,
  wanted: readonly DatedSlot[],
  scope: { district_id?: string; today: LocalDate }
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `select s.id from delivery_slot s
      where s.is_open and s.date >= ? and s.deleted_at is null
        ${scope.district_id ? "and s.district_id = ?" : ""}
        and not exists (
          select from unnest(?::text[], ?::text[]) as w (window_id, date)
           where w.window_id = s.window_id and w.date = s.date)`,
    [
      scope.today,
      ...(scope.district_id ? [scope.district_id] : []),
      toTextArray(wanted.map(({ window_id }) => window_id)),
      toTextArray(wanted.map(({ date }) => date)),
    ]
  )
  return rows.map(({ id }) => id)
}

/** Locks slots in order of id, as everybody does who changes several. */
export async function lockSlotsById(
  sql: Sql,
  ids: readonly string[]
): Promise<void> {
  if (ids.length) {
    await sql.execute(
      `select id from delivery_slot where id = any(?::text[])
        order by id for update`,
      [toTextArray(ids)]
    )
  }
}

/** Brings slots that exist, and are locked, into step; what is booked in them stays. */
export async function updateSlots(
  sql: Sql,
  slots: readonly DatedSlot[],
  now: Date
): Promise<SlotRow[]> {
  const changed: SlotRow[] = []
  for (const batch of batches(slots)) {
    const rows = await sql.execute<SlotRow[]>(
      `with changed as (
         update delivery_slot s set
           starts_at = ${STARTS}, ends_at = ${ENDS}, cutoff_at = ${CUTOFF},
           capacity_orders = w.capacity_orders,
           capacity_weight_grams = w.capacity_weight_grams,
           capacity_minutes = w.capacity_minutes,
           price = w.price, raw_price = ${raw("price")},
           minimum_order = w.minimum_order,
           raw_minimum_order = ${raw("minimum_order")},
           free_over = w.free_over, raw_free_over = ${raw("free_over")},
           early_group_ids = w.early_group_ids, opens_at = w.opens_at,
           is_open = true, updated_at = ?
         from ${WANTED} where ${SAME_SLOT} and ${DIFFERS}
         returning s.*)
       select ${SLOT_COLUMNS} from changed`,
      [now, toJson(batch)]
    )
    changed.push(...rows)
  }
  return changed
}

/** Makes slots that do not exist; one that somebody else made meanwhile is left. */
export async function insertSlots(
  sql: Sql,
  slots: readonly DatedSlot[],
  now: Date
): Promise<number> {
  let made = 0
  for (const batch of batches(slots)) {
    const rows = await sql.execute<{ id: string }[]>(
      `insert into delivery_slot
         (id, district_id, window_id, date, starts_at, ends_at, cutoff_at,
          capacity_orders, capacity_weight_grams, capacity_minutes,
          price, raw_price, minimum_order, raw_minimum_order,
          free_over, raw_free_over, early_group_ids, opens_at,
          is_open, created_at, updated_at)
       select w.id, w.district_id, w.window_id, w.date, w.starts_at, w.ends_at,
              w.cutoff_at, w.capacity_orders, w.capacity_weight_grams,
              w.capacity_minutes, w.price, ${raw("price")},
              w.minimum_order, ${raw("minimum_order")},
              w.free_over, ${raw("free_over")}, w.early_group_ids, w.opens_at,
              true, ?::timestamptz, ?::timestamptz
         from ${WANTED}
        order by w.window_id, w.date
       on conflict (window_id, date) where deleted_at is null do nothing
       returning id`,
      [now, now, toJson(batch)]
    )
    made += rows.length
  }
  return made
}

/** Stops selling slots, which are locked; their bookings stay. */
export async function closeSlots(
  sql: Sql,
  ids: readonly string[],
  now: Date
): Promise<SlotRow[]> {
  return ids.length
    ? await sql.execute<SlotRow[]>(
        `update delivery_slot set is_open = false, updated_at = ?
          where id = any(?::text[]) and is_open
          returning ${SLOT_COLUMNS}`,
        [now, toTextArray(ids)]
      )
    : []
}

const keyOf = ({ window_id, date }: { window_id: string; date: string }) =>
  `${window_id} ${date}`

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH)
  )
}

const toJson = (slots: readonly DatedSlot[]): string =>
  JSON.stringify(
    slots.map((slot) => ({
      id: generateEntityId(undefined, "dslot"),
      ...slot,
    }))
  )

/** A Postgres array literal; knex would spread a JS array into several bindings. */
function toTextArray(values: readonly string[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(",")}}`
}
