import { z } from "@medusajs/framework/zod"

import type { LoadRequest } from "./load-job"
import type { BenchShop } from "../lib/shop"

/** How far one cart has come. */
export type CartState = { cart_id?: string; payment_collection_id?: string }

/** One kind of request, measured by itself. */
export type Phase = {
  id: string
  label: string
  /** Lowest ratio of throughput, plugin to stock; none: shown for information. */
  throughput?: number
  /** Every cart once, or a number of requests of their own. */
  times: "carts" | "reads"
  request(shop: BenchShop, cart: CartState, index: number): LoadRequest
  /** Takes what later phases need from the answer, and checks it. */
  learn?(cart: CartState, answer: unknown): void
}

/** Highest ratio of the 95th percentile of the answer times, in each phase. */
export const P95_RATIO = 1.15

const ADDRESS = {
  first_name: "Ada",
  last_name: "Buyer",
  address_1: "1 Market Street",
  city: "San Francisco",
  province: "CA",
  postal_code: "94105",
  country_code: "us",
}

const withCart = z.object({ cart: z.object({ id: z.string() }) })
const withItem = z.object({
  cart: z.object({ items: z.array(z.object({})).length(1) }),
})
const withCollection = z.object({
  payment_collection: z.object({ id: z.string() }),
})
const withOrder = z.object({
  type: z.literal("order"),
  order: z.object({ id: z.string() }),
})

/** A guest's way through the shop, in the order a storefront goes it. */
export const PHASES: readonly Phase[] = [
  {
    id: "products",
    label: "GET /store/products",
    throughput: 0.97,
    times: "reads",
    request: () => ({ method: "GET", path: "/store/products" }),
  },
  {
    id: "cart",
    label: "cart create",
    throughput: 0.95,
    times: "carts",
    request: ({ region_id }, _, index) => ({
      method: "POST",
      path: "/store/carts",
      body: {
        region_id,
        email: `guest-${index}@example.com`,
        shipping_address: ADDRESS,
      },
    }),
    learn: (cart, answer) => {
      cart.cart_id = withCart.parse(answer).cart.id
    },
  },
  {
    id: "line",
    label: "add line",
    throughput: 0.95,
    times: "carts",
    request: ({ variant_ids }, { cart_id }, index) => ({
      method: "POST",
      path: `/store/carts/${cart_id}/line-items`,
      body: {
        variant_id: variant_ids[index % variant_ids.length],
        quantity: 1,
      },
    }),
    learn: (_, answer) => void withItem.parse(answer),
  },
  {
    id: "shipping",
    label: "add shipping method",
    times: "carts",
    request: ({ shipping_option_id }, { cart_id }) => ({
      method: "POST",
      path: `/store/carts/${cart_id}/shipping-methods`,
      body: { option_id: shipping_option_id },
    }),
  },
  {
    id: "collection",
    label: "payment collection",
    times: "carts",
    request: (_, { cart_id }) => ({
      method: "POST",
      path: "/store/payment-collections",
      body: { cart_id },
    }),
    learn: (cart, answer) => {
      cart.payment_collection_id =
        withCollection.parse(answer).payment_collection.id
    },
  },
  {
    id: "session",
    label: "payment session",
    times: "carts",
    request: (_, { payment_collection_id }) => ({
      method: "POST",
      path: `/store/payment-collections/${payment_collection_id}/payment-sessions`,
      body: { provider_id: "pp_system_default" },
    }),
  },
  {
    id: "complete",
    label: "complete",
    throughput: 0.92,
    times: "carts",
    request: (_, { cart_id }) => ({
      method: "POST",
      path: `/store/carts/${cart_id}/complete`,
      body: {},
    }),
    learn: (_, answer) => void withOrder.parse(answer),
  },
]
