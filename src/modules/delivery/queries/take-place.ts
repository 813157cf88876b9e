import { MedusaError } from "@medusajs/framework/utils"

import { SLOT_FULL } from "../domain/refusals"
import { offSaleRefusal } from "../domain/slot-offer"
import { fits, remainingOrders } from "../domain/slots"
import { BookingRow, SLOT_COLUMNS, SlotRow, Sql } from "./types"

/** What a booking takes of a slot beside its place. */
export type Load = Pick<BookingRow, "weight_grams" | "minutes">

/** Whether so much more fits; what takes nothing more always fits, however full the slot is. */
const FITS = `
        and (?::int <= 0 or capacity_weight_grams is null
             or reserved_weight_grams + ?::int <= capacity_weight_grams)
        and (?::int <= 0 or capacity_minutes is null
             or reserved_minutes + ?::int <= capacity_minutes)`
const fitsParams = ({ weight_grams, minutes }: Load) => [
  weight_grams,
  weight_grams,
  minutes,
  minutes,
]

/**
 * When a place may be taken: `on_sale` while customers may, `after_cutoff` as
 * long as the slot is there, `anyhow` to put back what was there before.
 */
export type Sale = "on_sale" | "after_cutoff" | "anyhow"

const saleCondition = (sale: Sale, now: Date) => {
  switch (sale) {
    case "on_sale":
      return { where: "and is_open and cutoff_at > ?", params: [now] }
    case "after_cutoff":
      return { where: "and is_open", params: [] }
    default:
      return { where: "", params: [] }
  }
}

/**
 * Takes one place in a slot, with weight and minutes, if all of it is there.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with code `slot_full` or `slot_closed`
 */
export async function takePlace(
  sql: Sql,
  slotId: string,
  load: Load,
  now: Date,
  sale: Sale = "on_sale"
): Promise<SlotRow> {
  const taken = await takeFreePlace(sql, slotId, load, now, sale)
  if (taken) {
    return taken
  }
  throw await refusal(sql, slotId, { load, sale, hasPlace: false }, now)
}

/** As `takePlace`, without saying why not. */
export async function takeFreePlace(
  sql: Sql,
  slotId: string,
  load: Load,
  now: Date,
  sale: Sale = "on_sale"
): Promise<SlotRow | undefined> {
  const { where, params } = saleCondition(sale, now)
  const [taken] = await sql.execute<SlotRow[]>(
    `update delivery_slot
        set reserved_orders = reserved_orders + 1,
            reserved_weight_grams = reserved_weight_grams + ?,
            reserved_minutes = reserved_minutes + ?, updated_at = ?
      where id = ? and deleted_at is null ${where}
        and reserved_orders < capacity_orders ${FITS}
      returning ${SLOT_COLUMNS}`,
    [
      load.weight_grams,
      load.minutes,
      now,
      slotId,
      ...params,
      ...fitsParams(load),
    ]
  )
  return taken
}

/**
 * Makes a booking that has its place take so much weight and so many minutes
 * from now on; the booking must be locked.
 *
 * @param sale - `on_sale` when the slot must be, as for a new place
 * @throws MedusaError as `takePlace` does; then nothing has changed
 */
export async function adjustPlace(
  sql: Sql,
  booking: Pick<BookingRow, "id" | "slot_id"> & Load,
  load: Load,
  now: Date,
  sale: Sale = "anyhow"
): Promise<void> {
  const more = {
    weight_grams: load.weight_grams - booking.weight_grams,
    minutes: load.minutes - booking.minutes,
  }
  const isSame = more.weight_grams === 0 && more.minutes === 0
  if (isSame && sale === "anyhow") {
    return
  }
  const { where, params } = saleCondition(sale, now)
  const rows = await sql.execute<{ id: string }[]>(
    `update delivery_slot
        set reserved_weight_grams = reserved_weight_grams + ?,
            reserved_minutes = reserved_minutes + ?, updated_at = ?
      where id = ? and deleted_at is null ${where} ${FITS}
      returning id`,
    [
      more.weight_grams,
      more.minutes,
      now,
      booking.slot_id,
      ...params,
      ...fitsParams(more),
    ]
  )
  if (!rows.length) {
    throw await refusal(
      sql,
      booking.slot_id,
      { load: more, sale, hasPlace: true },
      now
    )
  }
  if (!isSame) {
    await sql.execute(
      `update delivery_booking set weight_grams = ?, minutes = ?, updated_at = ?
        where id = ?`,
      [load.weight_grams, load.minutes, now, booking.id]
    )
  }
}

async function refusal(
  sql: Sql,
  slotId: string,
  wish: { load: Load; sale: Sale; hasPlace: boolean },
  now: Date
): Promise<MedusaError> {
  const [slot] = await sql.execute<SlotRow[]>(
    `select ${SLOT_COLUMNS} from delivery_slot where id = ? and deleted_at is null`,
    [slotId]
  )
  if (!slot) {
    return new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Delivery slot ${slotId} does not exist. List the cart's slots and choose one of them.`
    )
  }
  const refuse = (code: string, message: string) =>
    new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
  const { load, sale, hasPlace } = wish
  const until = sale === "on_sale" ? now : new Date(0)
  const offSale = sale === "anyhow" ? null : offSaleRefusal(slot, until)
  if (offSale) {
    return refuse(offSale.code, offSale.message)
  }
  const hasRoom = hasPlace || remainingOrders(slot) > 0
  return refuse(
    SLOT_FULL,
    hasRoom && !fits(slot, load)
      ? `Delivery slot ${slotId} has no room left for ${load.weight_grams} g and ${load.minutes} minutes more. Choose another slot, or fewer goods.`
      : `Delivery slot ${slotId} is full. Choose another slot.`
  )
}

/**
 * Refuses at once what is surely not to be had, without waiting for the slot's
 * lock: where many want the last place, those who come too late would queue for
 * it only to be told so. A place that comes free meanwhile is there for the next.
 *
 * @throws MedusaError as `takePlace` does
 */
export async function refuseIfTaken(
  sql: Sql,
  slotId: string,
  load: Load,
  now: Date
): Promise<void> {
  const [slot] = await sql.execute<(SlotRow & { has_expired: boolean })[]>(
    `select ${SLOT_COLUMNS}, exists (
              select from delivery_booking b
               where b.slot_id = delivery_slot.id and b.status = 'held'
                 and b.expires_at <= ? and b.deleted_at is null) as has_expired
       from delivery_slot where id = ? and deleted_at is null`,
    [now, slotId]
  )
  const isTaken = slot && (remainingOrders(slot) === 0 || !fits(slot, load))
  if (!slot || (isTaken && !slot.has_expired) || offSaleRefusal(slot, now)) {
    throw await refusal(
      sql,
      slotId,
      { load, sale: "on_sale", hasPlace: false },
      now
    )
  }
}
