import { createHash } from "node:crypto"

import type { NewEvent } from "../../../src/modules/activity/domain/new-event"
import type { DemoProduct } from "../catalogue"
import { demoKey } from "../random/demo-key"
import { randomFor } from "../random/random"
import type { Visit } from "./draw-visits"
import { agentOf, originOf, searchOf } from "./visit-origins"

/** Where the demo's storefront is served. */
const STOREFRONT = "http://localhost:8000"
const RECEIVED_AFTER_MS = 400
const PAUSE_SECONDS: [number, number] = [9, 70]

/** What the events name products by. */
export type ProductIds = Map<string, { product_id: string; variant_id: string }>

/** A browser's id of its visitor: a UUID, the same each time. */
export function anonymousId(email: string): string {
  const hex = createHash("sha256").update(`visitor/${email}`).digest("hex")
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-")
}

type Step = Pick<NewEvent, "type" | "name"> & {
  properties: Record<string, unknown>
  /** The page it happens on. */
  path: string
  title: string
}

/** A visit as the storefront's client tells it. */
export function visitEvents(
  visit: Visit,
  email: string,
  source_id: string,
  products: ProductIds
): NewEvent[] {
  const query = searchOf(visit.looked_at[0], email, visit.began_at)
  const steps = stepsOf(visit, products, query)
  const times = timesOf(visit, steps.length)
  const origin = originOf(email, visit.began_at)
  return steps.map((step, index) => {
    const occurred_at = times[index]
    // A link's parameters are gone with the first page.
    const search = index === 0 ? origin.search : ""
    const page = {
      path: step.path,
      title: step.title,
      url: STOREFRONT + step.path + search,
      search,
      referrer: index === 0 ? origin.referrer : STOREFRONT,
    }
    return {
      source_id,
      message_id: `ajs-demo-${demoKey(visit.began_at, "event", email, index)}`,
      type: step.type,
      name: step.name,
      anonymous_id: anonymousId(email),
      user_id: null,
      claimed_customer_id: null,
      is_bot: false,
      consent: "granted",
      occurred_at,
      received_at: new Date(occurred_at.getTime() + RECEIVED_AFTER_MS),
      properties: JSON.stringify(
        step.type === "page" ? { ...page, ...step.properties } : step.properties
      ),
      context: JSON.stringify({
        page,
        ...(index === 0 && origin.campaign
          ? { campaign: origin.campaign }
          : {}),
        userAgent: agentOf(email),
        locale: "en-US",
        library: { name: "analytics.js", version: "npm:next-1.81.0" },
      }),
    }
  })
}

/** Spread up to the order, which is known to the second, or one by one. */
function timesOf({ began_at, order, customer }: Visit, count: number): Date[] {
  const from = began_at.getTime()
  if (order) {
    const length = order.placed_at.getTime() - from
    return Array.from(
      { length: count },
      (_, index) => new Date(from + Math.round((length * index) / (count - 1)))
    )
  }
  const random = randomFor("visit", customer, from)
  let at = from
  return Array.from({ length: count }, () => {
    const time = new Date(at)
    at += random.int(...PAUSE_SECONDS) * 1000
    return time
  })
}

function stepsOf(
  { looked_at, order }: Visit,
  products: ProductIds,
  query: string | null
): Step[] {
  const home = { path: "/", title: "Cornerstore" }
  const ordered = new Set(order?.lines.map(({ sku }) => sku))
  const quantities = new Map(
    order?.lines.map(({ sku, quantity }) => [sku, quantity])
  )
  const steps: Step[] = [
    { type: "page", name: null, properties: {}, ...home },
    ...(query === null
      ? []
      : [
          {
            type: "track" as const,
            name: "Products Searched",
            properties: { query },
            ...home,
          },
        ]),
    ...looked_at.flatMap((product) => {
      const at = { path: `/products/${product.handle}`, title: product.title }
      const bought = product.variants.filter(({ sku }) => ordered.has(sku))
      return [
        { type: "page" as const, name: null, properties: {}, ...at },
        {
          type: "track" as const,
          name: "Product Viewed",
          properties: described(product, 0, products),
          ...at,
        },
        ...bought.map(({ sku }) => ({
          type: "track" as const,
          name: "Product Added",
          properties: {
            ...described(
              product,
              product.variants.findIndex((variant) => variant.sku === sku),
              products
            ),
            quantity: quantities.get(sku),
          },
          ...at,
        })),
      ]
    }),
  ]
  return order
    ? [
        ...steps,
        {
          type: "track",
          name: "Checkout Started",
          properties: { value: order.total - order.shipping, currency: "USD" },
          path: "/checkout",
          title: "Checkout",
        },
        {
          type: "track",
          name: "Order Completed",
          properties: {
            order_id: `order_${order.key}`,
            total: order.total,
            shipping: order.shipping,
            currency: "USD",
          },
          path: "/checkout",
          title: "Checkout",
        },
      ]
    : steps
}

function described(
  { title, category, variants }: DemoProduct,
  index: number,
  products: ProductIds
) {
  const { sku, price, title: variant } = variants[index]
  return {
    ...products.get(sku),
    sku,
    category,
    variant,
    price,
    name: title,
    currency: "USD",
  }
}
