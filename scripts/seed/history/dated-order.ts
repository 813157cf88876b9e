import {
  addDays,
  LocalDate,
  toInstant,
} from "../../../src/modules/delivery/domain/local-time"
import { PRODUCTS } from "../catalogue"
import { demoKey } from "../random/demo-key"
import { randomFor } from "../random/random"
import { TIMES } from "../windows"
import type { Minutes } from "./day"
import type { PastOrder } from "./plan-history"

/** A past order with its instants and amounts. */
export type DatedOrder = {
  /** The part of its ids behind the prefix. */
  key: string
  /** Number of the customer. */
  customer: number
  placed_at: Date
  packed_at: Date
  delivered_at: Date
  captured_at: Date
  cash: boolean
  slot: { date: LocalDate; window: number }
  lines: { sku: string; quantity: number }[]
  /** US dollars, delivery included. */
  total: number
  shipping: number
}

const MINUTE_MS = 60_000
/** A card is charged when somebody in the shop has looked at the order. */
const CHARGED_WITHIN: [Minutes, Minutes] = [2, 25]
const PACKED_BEFORE: [Minutes, Minutes] = [15, 70]
const PRICES = new Map(
  PRODUCTS.flatMap(({ variants }) =>
    variants.map(({ sku, price }) => [sku, Math.round(price * 100)])
  )
)

/**
 * Puts a past order into the calendar.
 *
 * @param today - in the shop's zone
 * @param zone - IANA zone of the shop
 */
export function dateOrder(
  order: PastOrder,
  today: LocalDate,
  zone: string
): DatedOrder {
  const { customer, days_ago, minute, slot, lines, cash } = order
  const random = randomFor("dates", customer, days_ago, minute)
  const date = addDays(today, -slot.days_ago)
  const { starts_at, price } = TIMES[slot.window]
  const placed_at = new Date(
    wallTime(addDays(today, -days_ago), minute, zone).getTime() +
      random.int(0, MINUTE_MS - 1)
  )
  const delivered_at = after(
    toInstant(date, starts_at, zone),
    order.delivered_after
  )
  const goods = lines.reduce(
    (sum, { sku, quantity }) => sum + (PRICES.get(sku) ?? 0) * quantity,
    0
  )
  return {
    key: demoKey(placed_at, "order", customer, days_ago),
    customer,
    placed_at,
    delivered_at,
    lines,
    cash,
    packed_at: latest(
      after(delivered_at, -random.int(...PACKED_BEFORE)),
      after(placed_at, 1)
    ),
    captured_at: cash
      ? after(delivered_at, 1)
      : after(placed_at, random.int(...CHARGED_WITHIN)),
    slot: { date, window: slot.window },
    total: (goods + price * 100) / 100,
    shipping: price,
  }
}

function wallTime(date: LocalDate, minute: Minutes, zone: string): Date {
  const two = (value: number) => String(value).padStart(2, "0")
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return toInstant(date, time, zone)
}

function after(instant: Date, minutes: Minutes): Date {
  return new Date(instant.getTime() + minutes * MINUTE_MS)
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b
}
