/**
 * How much may be paid in cash at the door, major units of the cart's currency.
 * Null is no limit, 0 is no cash. The smallest limit that applies to a cart
 * counts; a district can have one of its own.
 */
export type CashPolicy = {
  /** For everybody. */
  limit: number | null
  /** For customers with an account and fewer deliveries than `known_after_orders`. */
  new_customer_limit: number | null
  /** Delivered orders after which a customer is known. */
  known_after_orders: number
  /** For guests, however often they ordered. */
  guest_limit: number | null
  /** Deliveries in a row that failed at the customer's door after which no cash is taken; null for never. */
  refuse_after_failures: number | null
}
export type CashPolicyResponse = { cash_policy: CashPolicy }

/** Why a limit applies. */
export type CashLimitReason =
  "shop" | "district" | "guest" | "new_customer" | "failed_deliveries"

/** `GET /store/carts/:id/payment-providers`: how a cart can be paid, and how not. */
export type CartPaymentProvidersResponse = {
  payment_providers: { id: string; is_enabled: boolean }[]
  refused: RefusedPaymentProvider[]
}
export type RefusedPaymentProvider = {
  id: string
  code: "cash_not_allowed"
  reason: CashLimitReason
  /** 0 when no cash is taken at all. */
  limit: number
  currency_code: string
  /** In words for the person who pays. */
  message: string
}
