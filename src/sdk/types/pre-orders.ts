import type { Page } from "./page"

/**
 * On which days a product can be delivered, and how many of it a day. Days are
 * the shop's, `YYYY-MM-DD`.
 */
export type DeliveryRule = {
  product_id: string
  /** Sold for dates ahead: storefronts say so. */
  is_preorder: boolean
  /** Whole days between the day of the order and the delivery, at least. */
  lead_days: number
  /** First and last day of delivery. */
  available_from: string | null
  available_until: string | null
  /** ISO weekdays, Monday is 1; every day when empty. Not together with `dates`. */
  weekdays: number[]
  /** The only days of delivery; every day when empty. */
  dates: string[]
  /** Days without delivery: a day, or the first and the last as `2026-12-24/2026-12-26`. */
  blackouts: string[]
  /** Pieces a day, over all districts and variants; null for no limit. */
  daily_capacity: number | null
  updated_at: string
}

/** What is sent to change a rule; what is left out stays, or is the default of a new one. */
export type UpdateDeliveryRule = Partial<
  Omit<DeliveryRule, "product_id" | "updated_at">
>

/** `GET|POST /admin/products/:id/delivery-rule`; null for a product that goes on any day. */
export type DeliveryRuleResponse = { delivery_rule: DeliveryRule | null }

/** One product on one day, for the kitchen. */
export type AdminProductDay = {
  product_id: string
  /** Null when the product is deleted. */
  title: string | null
  thumbnail: string | null
  date: string
  /** Pieces of orders: how many to make. */
  ordered: number
  /** Pieces that carts keep for some minutes while they check out. */
  held: number
  /** Pieces a day; null for no limit. */
  capacity: number | null
  /** What can still be sold; null for no limit. */
  left: number | null
  /** Whether an order of today can still have it on that day, as far as the rule goes. */
  is_orderable: boolean
}

/** `GET /admin/delivery/product-days`, in order of day and product. */
export type ListProductDaysResponse = Page & { product_days: AdminProductDay[] }

/** One day on the page of a product. */
export type ProductDeliveryDay = {
  date: string
  /** Pieces that can still be ordered; null when they are not counted. */
  remaining: number | null
  /** Whether an order of today can have the product on that day. */
  available: boolean
}

/** `GET /store/products/:id/delivery-days`. */
export type ProductDeliveryDaysResponse = {
  /** Sold for dates ahead. */
  is_preorder: boolean
  /** Whole days between the day of the order and the delivery, at least. */
  lead_days: number
  /** Every day of the range, in order. */
  days: ProductDeliveryDay[]
}
