/** An event as clients send it; about as large as those of a real shop. */
export type BenchEvent = {
  type: "track"
  event: string
  messageId: string
  anonymousId: string
  sentAt: string
  originalTimestamp: string
  properties: Record<string, unknown>
  context: Record<string, unknown>
}

const VISITORS = 20_000
const PRODUCTS = 500

/**
 * The `index`th event of a run: a product that was looked at, with the page it
 * was on. Different runs have different message ids.
 *
 * @param run - short text that no other run has
 */
export function benchEvent(run: string, index: number): BenchEvent {
  const product = (index * 7919) % PRODUCTS
  const visitor = (index * 104_729) % VISITORS
  const now = new Date().toISOString()
  const path = `/products/cake-${product}`
  return {
    type: "track",
    event: "Product Viewed",
    messageId: `${run}-${index}`,
    anonymousId: `00000000-0000-4000-8000-${String(visitor).padStart(12, "0")}`,
    sentAt: now,
    originalTimestamp: now,
    properties: {
      product_id: `prod_${product}`,
      sku: `CAKE-${product}`,
      category: "Cakes",
      name: `Lemon cake number ${product}`,
      price: 24.5,
      currency: "usd",
      quantity: 1,
    },
    context: {
      library: { name: "analytics.js", version: "next-1.84.3" },
      locale: "en-US",
      userAgent:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
      page: {
        path,
        title: `Lemon cake number ${product}`,
        url: `https://shop.example${path}`,
        referrer: "https://www.google.com/",
        search: "",
      },
    },
  }
}
