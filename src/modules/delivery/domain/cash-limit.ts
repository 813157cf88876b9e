import { exact } from "./cash"
import { FailureReason } from "./route-status"

/** What the shop set, see `CashPolicy` of the SDK. Major units; null is no limit, 0 no cash. */
export type CashPolicy = {
  limit: number | null
  new_customer_limit: number | null
  known_after_orders: number
  guest_limit: number | null
  refuse_after_failures: number | null
}

/** A shop that set nothing takes cash as it always did. */
export const NO_CASH_POLICY: CashPolicy = {
  limit: null,
  new_customer_limit: null,
  known_after_orders: 1,
  guest_limit: null,
  refuse_after_failures: null,
}

/** What a customer's deliveries say about her. */
export type CustomerStanding = {
  has_account: boolean
  /** Orders that were handed over. */
  delivered: number
  /** Deliveries since the last one that was handed over which failed at her door. */
  failures_in_a_row: number
}

export type CashLimitReason =
  "shop" | "district" | "guest" | "new_customer" | "failed_deliveries"

/** Failures that say something about the customer; a broken cake does not. */
export const CUSTOMERS_FAILURES: readonly FailureReason[] = [
  "nobody_home",
  "refused",
  "wrong_address",
]

/**
 * The smallest limit that applies; null when nothing limits cash. Of equal ones
 * the first named is told: what the customer can change least comes last.
 *
 * @param districtLimit - of the district the cart is delivered to; null for none
 */
export function cashLimit(
  policy: CashPolicy,
  districtLimit: number | null,
  standing: CustomerStanding
): { limit: number; reason: CashLimitReason } | null {
  const limits: [CashLimitReason, number | null][] = [
    ["failed_deliveries", isRefused(policy, standing) ? 0 : null],
    ["district", districtLimit],
    ["shop", policy.limit],
    standing.has_account
      ? [
          "new_customer",
          standing.delivered < policy.known_after_orders
            ? policy.new_customer_limit
            : null,
        ]
      : ["guest", policy.guest_limit],
  ]
  return limits.reduce<{ limit: number; reason: CashLimitReason } | null>(
    (smallest, [reason, limit]) =>
      limit !== null && (!smallest || limit < smallest.limit)
        ? { limit, reason }
        : smallest,
    null
  )
}

const isRefused = (
  { refuse_after_failures }: CashPolicy,
  { failures_in_a_row }: CustomerStanding
): boolean =>
  refuse_after_failures !== null && failures_in_a_row >= refuse_after_failures

/** Whether an amount is above a limit; a limit of 0 refuses an empty amount too. */
export function isAboveLimit(amount: number, limit: number): boolean {
  return limit <= 0 || exact(amount) > exact(limit)
}

/** What became of one order's delivery: handed over, or failed at the door. */
export type DeliveryOutcome = "delivered" | "failed"

/**
 * What a customer's deliveries say about her.
 *
 * @param outcomes - newest first
 */
export function standingOf(
  has_account: boolean,
  outcomes: readonly DeliveryOutcome[]
): CustomerStanding {
  const lastDelivered = outcomes.indexOf("delivered")
  return {
    has_account,
    delivered: outcomes.filter((outcome) => outcome === "delivered").length,
    failures_in_a_row: lastDelivered < 0 ? outcomes.length : lastDelivered,
  }
}
