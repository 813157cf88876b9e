import { addDays, isLocalDate, LocalDate, weekdayOf } from "./local-time"

/** On which days a product can be delivered, and how many of it a day. */
export type ProductRule = {
  /** Sold for dates ahead: storefronts say so. */
  is_preorder: boolean
  /** Whole days between the day of the order and the delivery, at least. */
  lead_days: number
  /** First and last day of delivery. */
  available_from: LocalDate | null
  available_until: LocalDate | null
  /** ISO weekdays, Monday is 1; every day when empty. */
  weekdays: number[]
  /** The only days of delivery; every day when empty. */
  dates: LocalDate[]
  /** Days without delivery: `YYYY-MM-DD`, or `YYYY-MM-DD/YYYY-MM-DD`. */
  blackouts: string[]
  /** Pieces a day, over all districts; null for no limit. */
  daily_capacity: number | null
}

/** A product without a rule: any day, as many as there are. */
export const NO_RULE: ProductRule = {
  is_preorder: false,
  lead_days: 0,
  available_from: null,
  available_until: null,
  weekdays: [],
  dates: [],
  blackouts: [],
  daily_capacity: null,
}

/** A rule as its table has it: weekdays are text in their column. */
type StoredRule = Omit<ProductRule, "weekdays"> & { weekdays: string[] }

/** The decision's view of a stored rule, whatever else its row has. */
export function toProductRule(row: StoredRule): ProductRule {
  return {
    is_preorder: row.is_preorder,
    lead_days: row.lead_days,
    available_from: row.available_from,
    available_until: row.available_until,
    weekdays: row.weekdays.map(Number),
    dates: row.dates,
    blackouts: row.blackouts,
    daily_capacity: row.daily_capacity,
  }
}

/** Whether a text is a day, or the first and the last of several: `2026-12-24/2026-12-26`. */
export function isDayOrRange(text: string): boolean {
  const days = text.split("/")
  const [first, last = first] = days
  return days.length <= 2 && days.every(isLocalDate) && first <= last
}

/** What does not fit together in a rule whose parts are each right; null when it does. */
export function ruleProblem(
  rule: ProductRule
): { field: keyof ProductRule; message: string } | null {
  const { available_from: from, available_until: until } = rule
  if (from && until && until < from) {
    return {
      field: "available_until",
      message: "must not be before available_from",
    }
  }
  return rule.weekdays.length && rule.dates.length
    ? { field: "dates", message: "Give weekdays or single dates, not both" }
    : null
}

/** Why a product cannot be delivered on a day. */
export type ProductRefusal =
  | "too_soon"
  | "before_first_day"
  | "after_last_day"
  | "not_on_weekday"
  | "not_on_date"
  | "blackout"

/**
 * Why a product ordered on one day cannot be delivered on another; null when it
 * can. How many are left is not asked here.
 *
 * All days are the shop's, so that no zone and no clock change moves one.
 *
 * @param rule - `NO_RULE` for a product without one
 * @param date - day of delivery
 * @param orderedOn - the shop's day on which the order is placed
 */
export function productRefusal(
  rule: ProductRule,
  date: LocalDate,
  orderedOn: LocalDate
): ProductRefusal | null {
  if (date < addDays(orderedOn, rule.lead_days)) {
    return "too_soon"
  }
  if (rule.available_from && date < rule.available_from) {
    return "before_first_day"
  }
  if (rule.available_until && date > rule.available_until) {
    return "after_last_day"
  }
  if (rule.weekdays.length && !rule.weekdays.includes(weekdayOf(date))) {
    return "not_on_weekday"
  }
  if (rule.dates.length && !rule.dates.includes(date)) {
    return "not_on_date"
  }
  return isBlackout(rule.blackouts, date) ? "blackout" : null
}

/** Whether a day is in one of the blackouts, ends included. */
function isBlackout(blackouts: readonly string[], date: LocalDate): boolean {
  return blackouts.some((blackout) => {
    const [first, last = first] = blackout.split("/")
    return first <= date && date <= last
  })
}

/** Days from one to another, both included; none when the first is later. */
export function daysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.push(date)
  }
  return days
}

/**
 * The next days on which a product can be delivered, soonest first.
 *
 * @param wanted - how many days
 * @param horizonDays - how far from the day of the order is looked
 */
export function nextProductDays(
  rule: ProductRule,
  orderedOn: LocalDate,
  wanted: number,
  horizonDays: number
): LocalDate[] {
  return daysBetween(orderedOn, addDays(orderedOn, horizonDays))
    .filter((date) => !productRefusal(rule, date, orderedOn))
    .slice(0, wanted)
}

/** Pieces that can still be sold for a day; null without a limit, never negative. */
export function piecesLeft(
  rule: Pick<ProductRule, "daily_capacity">,
  reserved: number
): number | null {
  return rule.daily_capacity === null
    ? null
    : Math.max(0, rule.daily_capacity - reserved)
}

/** So many pieces of a product, as a cart or an order has them. */
export type ProductQuantity = { product_id: string; quantity: number }

/** What is known of a product and its days when a cart asks. */
export type ProductDays = {
  rule: ProductRule
  /** Pieces sold by day to others than the one who asks; a day left out has none. */
  reserved: ReadonlyMap<LocalDate, number>
}

/** A product that keeps a cart from a day. */
export type RefusedProduct = {
  product_id: string
  reason: ProductRefusal | "sold_out"
}

/**
 * The products of a cart that keep it from a day: by their rule, or because not
 * as many are left.
 *
 * @param known - by product id; a product without a rule may be left out
 */
export function productsThatRefuse(
  products: readonly ProductQuantity[],
  known: ReadonlyMap<string, ProductDays>,
  date: LocalDate,
  orderedOn: LocalDate
): RefusedProduct[] {
  return products.flatMap<RefusedProduct>(({ product_id, quantity }) => {
    const found = known.get(product_id)
    if (!found) {
      return []
    }
    const refusal = productRefusal(found.rule, date, orderedOn)
    if (refusal) {
      return [{ product_id, reason: refusal }]
    }
    const left = piecesLeft(found.rule, found.reserved.get(date) ?? 0)
    return left !== null && left < quantity
      ? [{ product_id, reason: "sold_out" }]
      : []
  })
}

export type ProductDayDelta = {
  product_id: string
  date: LocalDate
  /** Pieces more or, negative, fewer. */
  delta: number
}

/**
 * What changes for the days of products when some pieces are given back and
 * others are taken: nothing for what stays, and in the order in which every
 * transaction locks the rows.
 */
export function productDayDeltas(
  given: readonly (ProductQuantity & { date: LocalDate })[],
  taken: readonly (ProductQuantity & { date: LocalDate })[]
): ProductDayDelta[] {
  const deltas = new Map<string, ProductDayDelta>()
  const add = (product_id: string, date: LocalDate, pieces: number) => {
    const key = `${product_id} ${date}`
    const delta = (deltas.get(key)?.delta ?? 0) + pieces
    deltas.set(key, { product_id, date, delta })
  }
  given.forEach((each) => add(each.product_id, each.date, -each.quantity))
  taken.forEach((each) => add(each.product_id, each.date, each.quantity))
  return [...deltas.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, each]) => (each.delta === 0 ? [] : [each]))
}
