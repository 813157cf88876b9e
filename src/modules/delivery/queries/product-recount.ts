import { LocalDate } from "../domain/local-time"
import { productDayDeltas } from "../domain/product-days"
import { lockDays } from "./product-days"
import { Sql } from "./types"

export type ProductDayDifference = {
  product_id: string
  date: LocalDate
  /** What the day says. */
  reserved: number
  /** What its living bookings add up to. */
  booked: number
}

/** Days from `from` on whose count is not what their living bookings have. */
const differences = (where: string) => `
  select coalesce(d.product_id, t.product_id) as product_id,
         coalesce(d.date, t.date) as date,
         coalesce(d.reserved, 0) as reserved, coalesce(t.booked, 0) as booked
    from (select * from delivery_product_day where deleted_at is null and ${where}) d
    full join (
      select product_id, date, sum(quantity)::int as booked
        from (select p.product_id, p.date, p.quantity
                from delivery_booking_product p
                join delivery_booking b on b.id = p.booking_id
               where b.status <> 'released' and b.deleted_at is null
                 and p.deleted_at is null) living
       where ${where}
       group by product_id, date
    ) t on t.product_id = d.product_id and t.date = d.date
   where coalesce(d.reserved, 0) <> coalesce(t.booked, 0)
   limit 500`

/**
 * Sets days whose count differs from their living bookings, from a day on.
 *
 * A first look without locks may see an order half way; it is looked at again
 * once the rows are locked, when whoever moved them has finished.
 *
 * @returns the differences that were there and are repaired
 */
export async function recountProductDays(
  sql: Sql,
  from: LocalDate,
  now: Date
): Promise<ProductDayDifference[]> {
  const suspects = await sql.execute<ProductDayDifference[]>(
    differences("date >= ?"),
    [from, from]
  )
  if (!suspects.length) {
    return []
  }
  const keys = productDayDeltas(
    [],
    suspects.map(({ product_id, date }) => ({ product_id, date, quantity: 1 }))
  )
  await lockDays(sql, keys, now)
  const pairs = keys.flatMap(({ product_id, date }) => [product_id, date])
  const found = await sql.execute<ProductDayDifference[]>(
    differences(
      `(product_id, date) in (${keys.map(() => "(?, ?)").join(", ")})`
    ),
    [...pairs, ...pairs]
  )
  for (const { product_id, date, booked } of found) {
    await sql.execute(
      `update delivery_product_day set reserved = ?, updated_at = ?
        where product_id = ? and date = ? and deleted_at is null`,
      [booked, now, product_id, date]
    )
  }
  return found
}
