import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { getCurrentOptions } from "../../lib/current-options"
import {
  addDays,
  LocalDate,
  toLocalDate,
} from "../../modules/delivery/domain/local-time"
import {
  daysBetween,
  NO_RULE,
  piecesLeft,
  ProductDays,
  productRefusal,
} from "../../modules/delivery/domain/product-days"
import type {
  AdminProductDay,
  ListProductDaysResponse,
  ProductDeliveryDaysResponse,
} from "../../sdk/types"
import { deliveryService } from "./module"

/** No list of days is longer. */
export const MOST_DAYS = 92
const STORE_DAYS = 28
const KITCHEN_DAYS = 14

type Range = { from?: LocalDate; to?: LocalDate }

/**
 * On which days an order of today can have a product. Whether a district is
 * delivered on such a day is another question: a cart's slots answer both.
 *
 * @param range - days in the shop's zone, inclusive; four weeks from today when left out
 * @throws MedusaError INVALID_DATA for a range that ends before it begins or has more than `MOST_DAYS`
 */
export async function productDeliveryDays(
  productId: string,
  range: Range,
  now: Date,
  container: MedusaContainer
): Promise<ProductDeliveryDaysResponse> {
  const today = toLocalDate(now, getCurrentOptions().timeZone)
  const days = daysOf(range, today, STORE_DAYS)
  const known = await deliveryService(container).listProductDays({
    product_ids: [productId],
    from: days[0],
    to: days[days.length - 1],
  })
  const product = known.get(productId) ?? NOTHING_KNOWN
  return {
    is_preorder: product.rule.is_preorder,
    lead_days: product.rule.lead_days,
    days: days.map((date) => {
      const remaining = leftOn(product, date)
      return {
        date,
        remaining,
        available:
          remaining !== 0 && !productRefusal(product.rule, date, today),
      }
    }),
  }
}

/**
 * What is sold of products with a rule, by day: for one product every day on
 * which it can be had or is sold, for all of them the days with something sold.
 *
 * @param query - days in the shop's zone, inclusive; two weeks from today when left out
 */
export async function listProductDays(
  query: Range & { product_id?: string; limit: number; offset: number },
  now: Date,
  container: MedusaContainer
): Promise<ListProductDaysResponse> {
  const { product_id, limit, offset } = query
  const delivery = deliveryService(container)
  const today = toLocalDate(now, getCurrentOptions().timeZone)
  const days = daysOf(query, today, KITCHEN_DAYS)
  const range = { from: days[0], to: days[days.length - 1] }
  const sold = await delivery.pageSoldProductDays(
    product_id
      ? { ...range, product_id, limit: MOST_DAYS, offset: 0 }
      : { ...range, limit, offset }
  )
  const ids = product_id
    ? [product_id]
    : [...new Set(sold.rows.map((row) => row.product_id))]
  const known = await delivery.listProductDays({ ...range, product_ids: ids })
  const faces = await facesOf(ids, container)
  const toWire = (
    id: string,
    date: LocalDate,
    counts: { ordered: number; held: number }
  ): AdminProductDay => {
    const product = known.get(id) ?? NOTHING_KNOWN
    return {
      product_id: id,
      title: faces.get(id)?.title ?? null,
      thumbnail: faces.get(id)?.thumbnail ?? null,
      date,
      ordered: counts.ordered,
      held: counts.held,
      capacity: product.rule.daily_capacity,
      left: leftOn(product, date),
      is_orderable: !productRefusal(product.rule, date, today),
    }
  }
  if (!product_id) {
    return {
      product_days: sold.rows.map((row) =>
        toWire(row.product_id, row.date, row)
      ),
      count: sold.count,
      offset,
      limit,
    }
  }
  const byDate = new Map(sold.rows.map((row) => [row.date, row]))
  const all = known.has(product_id)
    ? days
        .map((date) =>
          toWire(product_id, date, byDate.get(date) ?? { ordered: 0, held: 0 })
        )
        .filter(
          ({ ordered, held, is_orderable }) => ordered || held || is_orderable
        )
    : []
  return {
    product_days: all.slice(offset, offset + limit),
    count: all.length,
    offset,
    limit,
  }
}

const NOTHING_KNOWN: ProductDays = { rule: NO_RULE, reserved: new Map() }

const leftOn = ({ rule, reserved }: ProductDays, date: LocalDate) =>
  piecesLeft(rule, reserved.get(date) ?? 0)

function daysOf(range: Range, today: LocalDate, usual: number): LocalDate[] {
  const from = range.from ?? today
  const to = range.to ?? addDays(from, usual - 1)
  if (from > to || addDays(from, MOST_DAYS - 1) < to) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The days from ${from} to ${to} must be in order and at most ${MOST_DAYS}. Ask for fewer at a time.`
    )
  }
  return daysBetween(from, to)
}

const facesSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    thumbnail: z.string().nullish(),
  })
)

/** Title and picture of products; one that is deleted is left out. */
export async function facesOf(
  productIds: readonly string[],
  container: MedusaContainer
): Promise<Map<string, { title: string; thumbnail: string | null }>> {
  if (!productIds.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "title", "thumbnail"],
    filters: { id: [...productIds] },
  })
  return new Map(
    facesSchema
      .parse(data)
      .map(({ id, title, thumbnail }) => [
        id,
        { title, thumbnail: thumbnail ?? null },
      ])
  )
}
