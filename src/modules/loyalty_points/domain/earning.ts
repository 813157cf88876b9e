import { availableFrom, expiryOf } from "./expiry"
import { EarnedLine, EarningLine, pointsOfLines, sumOfPoints } from "./points"
import { ProgramRules, Rounding } from "./program"

/** An order of a registered customer, as far as points go. */
export type EarningOrder = {
  id: string
  customer_id: string
  currency_code: string
  placed_at: Date
  /** Without gift cards. */
  lines: EarningLine[]
}

/** How an order's points came about; kept with the entry, so that it can be taken back as it was given. */
export type EarningDetail = {
  currency_code: string
  points_per_unit: number
  rounding: Rounding
  lines: EarnedLine[]
}

/** Points for an order, ready for the ledger. */
export type Earning = {
  order_id: string
  customer_id: string
  points: number
  available_at: Date
  expires_at: Date | null
  detail: EarningDetail
}

/**
 * What an order earns by the rules.
 *
 * @param zone - the shop's IANA zone, whose days the window and the expiry count
 * @returns null when it earns nothing
 */
export function earningOf(
  order: EarningOrder,
  rules: ProgramRules,
  zone: string
): Earning | null {
  const { points_per_unit, rounding, return_window_days, expiry_months } = rules
  const lines = pointsOfLines(order.lines, points_per_unit, rounding).filter(
    ({ points }) => points > 0
  )
  const points = sumOfPoints(lines)
  return points > 0
    ? {
        order_id: order.id,
        customer_id: order.customer_id,
        points,
        available_at: availableFrom(order.placed_at, return_window_days, zone),
        expires_at: expiryOf(order.placed_at, expiry_months, zone),
        detail: {
          currency_code: order.currency_code,
          points_per_unit,
          rounding,
          lines,
        },
      }
    : null
}
