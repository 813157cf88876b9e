import { LocalDate } from "../domain/local-time"
import { placeholders, Sql } from "./types"

/** What is sold of products by day: for a cart that asks, and for the kitchen. */

/**
 * Pieces sold by product and day, without what the asking cart has itself.
 *
 * @param query.cart_id - whose own pieces do not count
 */
export async function reservedPieces(
  sql: Sql,
  query: {
    product_ids: readonly string[]
    from: LocalDate
    to: LocalDate
    cart_id?: string
  }
): Promise<{ product_id: string; date: LocalDate; reserved: number }[]> {
  if (!query.product_ids.length) {
    return []
  }
  return await sql.execute(
    `select d.product_id, d.date,
            greatest(0, d.reserved - coalesce(own.quantity, 0)) as reserved
       from delivery_product_day d
       left join (
         select p.product_id, p.date, p.quantity
           from delivery_booking b
           join delivery_booking_product p
             on p.booking_id = b.id and p.deleted_at is null
          where b.cart_id = ? and b.status <> 'released' and b.deleted_at is null
       ) own on own.product_id = d.product_id and own.date = d.date
      where d.product_id in (${placeholders(query.product_ids)})
        and d.date between ? and ? and d.deleted_at is null`,
    [query.cart_id ?? null, ...query.product_ids, query.from, query.to]
  )
}

export type SoldDayRow = {
  product_id: string
  date: LocalDate
  /** Pieces of orders, also of those being placed. */
  ordered: number
  /** Pieces that carts keep for some minutes. */
  held: number
}

/** What is sold of products with a rule, by day; a page in order of day. */
export async function soldProductDays(
  sql: Sql,
  query: {
    from: LocalDate
    to: LocalDate
    product_id?: string
    limit: number
    offset: number
  }
): Promise<{ rows: SoldDayRow[]; count: number }> {
  const rows = await sql.execute<(SoldDayRow & { count: number })[]>(
    `select p.product_id, p.date,
            coalesce(sum(p.quantity) filter (where b.status <> 'held'), 0)::int as ordered,
            coalesce(sum(p.quantity) filter (where b.status = 'held'), 0)::int as held,
            (count(*) over ())::int as count
       from delivery_slot s
       join delivery_booking b
         on b.slot_id = s.id and b.status <> 'released' and b.deleted_at is null
       join delivery_booking_product p
         on p.booking_id = b.id and p.deleted_at is null
       join delivery_product_rule r
         on r.product_id = p.product_id and r.deleted_at is null
      where s.date between ? and ? ${query.product_id ? "and p.product_id = ?" : ""}
      group by p.product_id, p.date
      order by p.date, p.product_id
      limit ? offset ?`,
    [
      query.from,
      query.to,
      ...(query.product_id ? [query.product_id] : []),
      query.limit,
      query.offset,
    ]
  )
  return {
    rows: rows.map(({ count: _, ...row }) => row),
    count: rows[0]?.count ?? 0,
  }
}
