import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { LocalDate } from "../domain/local-time"
import {
  productDayDeltas,
  ProductDayDelta,
  ProductQuantity,
} from "../domain/product-days"
import { PRODUCTS_SOLD_OUT } from "../domain/refusals"
import { placeholders, Sql } from "./types"

/**
 * The statements that sell pieces of products by day. All of them run inside
 * the caller's transaction, after the slots are locked: `reserved` of a day is
 * the sum of what its living bookings have in `delivery_booking_product`, and
 * both move together or not at all.
 */

/** The capacity of a product; nothing is found where there is no limit. */
const capacityOf = (product: string) =>
  `(select r.daily_capacity from delivery_product_rule r
     where r.product_id = ${product} and r.deleted_at is null)`

type Taken = ProductQuantity & { date: LocalDate }
type BookingPieces = Taken & { booking_id: string }

/** Too few pieces are left of some products on a day; the message names ids. */
export class ProductsSoldOut extends MedusaError {
  constructor(
    readonly day: LocalDate,
    readonly product_ids: string[]
  ) {
    super(
      MedusaError.Types.NOT_ALLOWED,
      `Not enough is left for ${day} of ${product_ids.join(", ")}. Choose another day or fewer pieces.`,
      PRODUCTS_SOLD_OUT
    )
  }
}

/**
 * Sets the pieces of a booking to what its cart or order has now, on the day of
 * the slot it has.
 *
 * @throws ProductsSoldOut when fewer are left; the caller's transaction must fail with it
 */
export async function adjustProductDays(
  sql: Sql,
  booking: { id: string; slot_id: string },
  products: readonly ProductQuantity[],
  now: Date
): Promise<void> {
  const [slot] = await sql.execute<{ date: LocalDate }[]>(
    `select date from delivery_slot where id = ?`,
    [booking.slot_id]
  )
  await moveProductDays(sql, {
    released: [],
    booking: { booking_id: booking.id, date: slot.date, products },
    now,
  })
}

/** Gives back the pieces of bookings that were just released. */
export async function giveProductDaysBack(
  sql: Sql,
  bookingIds: readonly string[],
  now: Date
): Promise<void> {
  await moveProductDays(sql, { released: bookingIds, now })
}

/**
 * Gives back the pieces of released bookings and sets those of one booking, in
 * one go: whoever did the two one after the other could wait crosswise for
 * somebody who does the same. What stays the same is not touched, so doing it
 * twice, or for an order that is placed again, changes nothing.
 *
 * @param change.released - bookings that the running transaction released
 * @param change.booking - the booking that has these products from now on
 * @throws ProductsSoldOut when fewer are left; the caller's transaction must fail with it
 */
export async function moveProductDays(
  sql: Sql,
  change: {
    released: readonly string[]
    booking?: {
      booking_id: string
      date: LocalDate
      products: readonly ProductQuantity[]
    }
    now: Date
  }
): Promise<void> {
  const { released, booking, now } = change
  const given = await piecesOf(sql, [
    ...released,
    ...(booking ? [booking.booking_id] : []),
  ])
  const taken = booking ? wanted(booking) : []
  const deltas = productDayDeltas(given, taken)
  const less = deltas.filter(({ delta }) => delta < 0)
  const more = deltas.filter(({ delta }) => delta > 0)
  if (less.length) {
    await lockDays(sql, deltas, now)
    await subtract(sql, less, now)
  }
  if (more.length) {
    await add(sql, more, now)
  }
  if (booking) {
    const own = given.filter((each) => each.booking_id === booking.booking_id)
    if (productDayDeltas(own, taken).length) {
      await rememberPieces(sql, booking.booking_id, taken, now)
    }
  }
}

/** One row a product, in whole pieces. */
function wanted(booking: {
  date: LocalDate
  products: readonly ProductQuantity[]
}): Taken[] {
  const taken = booking.products.map(({ product_id, quantity }) => ({
    product_id,
    date: booking.date,
    quantity: Math.ceil(quantity),
  }))
  return productDayDeltas([], taken).map(({ delta, ...each }) => ({
    ...each,
    quantity: delta,
  }))
}

async function piecesOf(
  sql: Sql,
  bookingIds: readonly string[]
): Promise<BookingPieces[]> {
  if (!bookingIds.length) {
    return []
  }
  return await sql.execute<BookingPieces[]>(
    `select booking_id, product_id, date, quantity
       from delivery_booking_product
      where booking_id in (${placeholders(bookingIds)}) and deleted_at is null`,
    [...bookingIds]
  )
}

const dayRows = (deltas: readonly ProductDayDelta[]) => ({
  values: deltas.map(() => "(?, ?, ?, ?::int, ?::int)").join(", "),
  params: deltas.flatMap(({ product_id, date, delta }, position) => [
    generateEntityId(undefined, "dprd"),
    product_id,
    date,
    delta,
    position,
  ]),
})

/** Locks days in the order of the deltas and makes those that are missing. */
export async function lockDays(
  sql: Sql,
  deltas: readonly ProductDayDelta[],
  now: Date
): Promise<void> {
  const { values, params } = dayRows(deltas)
  await sql.execute(
    `insert into delivery_product_day
       (id, product_id, date, reserved, created_at, updated_at)
     select w.id, w.product_id, w.date, 0, ?::timestamptz, ?::timestamptz
       from (values ${values}) as w (id, product_id, date, delta, position)
      order by w.position
     on conflict (product_id, date) where deleted_at is null
     do update set updated_at = excluded.updated_at`,
    [now, now, ...params]
  )
}

/** A difference that the recount has not repaired yet must not keep an order from being canceled. */
async function subtract(
  sql: Sql,
  deltas: readonly ProductDayDelta[],
  now: Date
): Promise<void> {
  const { values, params } = dayRows(deltas)
  await sql.execute(
    `update delivery_product_day as day
        set reserved = greatest(0, day.reserved + w.delta), updated_at = ?
       from (values ${values}) as w (id, product_id, date, delta, position)
      where day.product_id = w.product_id and day.date = w.date
        and day.deleted_at is null`,
    [now, ...params]
  )
}

/** Takes pieces where as many are left, rows in the order of the deltas. */
async function add(
  sql: Sql,
  deltas: readonly ProductDayDelta[],
  now: Date
): Promise<void> {
  const { values, params } = dayRows(deltas)
  const rows = await sql.execute<{ product_id: string; date: string }[]>(
    `insert into delivery_product_day as day
       (id, product_id, date, reserved, created_at, updated_at)
     select w.id, w.product_id, w.date, w.delta, ?::timestamptz, ?::timestamptz
       from (values ${values}) as w (id, product_id, date, delta, position)
      where w.delta <= coalesce(${capacityOf("w.product_id")}, w.delta)
      order by w.position
     on conflict (product_id, date) where deleted_at is null
     do update set reserved = day.reserved + excluded.reserved,
                   updated_at = excluded.updated_at
      where day.reserved + excluded.reserved
         <= coalesce(${capacityOf("excluded.product_id")},
                     day.reserved + excluded.reserved)
     returning product_id, date`,
    [now, now, ...params]
  )
  const done = new Set(rows.map(({ product_id }) => product_id))
  const missing = deltas.filter(({ product_id }) => !done.has(product_id))
  if (missing.length) {
    throw new ProductsSoldOut(
      missing[0].date,
      missing.map(({ product_id }) => product_id)
    )
  }
}

async function rememberPieces(
  sql: Sql,
  bookingId: string,
  taken: readonly Taken[],
  now: Date
): Promise<void> {
  await sql.execute(
    `delete from delivery_booking_product where booking_id = ?`,
    [bookingId]
  )
  if (!taken.length) {
    return
  }
  await sql.execute(
    `insert into delivery_booking_product
       (id, booking_id, product_id, date, quantity, created_at, updated_at)
     values ${taken.map(() => "(?, ?, ?, ?, ?, ?, ?)").join(", ")}`,
    taken.flatMap(({ product_id, date, quantity }) => [
      generateEntityId(undefined, "dbpr"),
      bookingId,
      product_id,
      date,
      quantity,
      now,
      now,
    ])
  )
}
