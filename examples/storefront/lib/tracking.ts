import type { HttpTypes } from "@medusajs/types"

import type { ShopSettings } from "./settings"

export type Tracker = {
  page(): void
  track(event: string, properties?: Record<string, unknown>): void
  /** Says who the visitor is, after the log-in. */
  identify(customerId: string): void
  /** Begins a new visitor, after the log-out. */
  reset(): void
  /** The id the visitor had so far; null when nothing is tracked. */
  visitorId(): Promise<string | null>
}

const SILENT: Tracker = {
  page: () => undefined,
  track: () => undefined,
  identify: () => undefined,
  reset: () => undefined,
  visitorId: () => Promise.resolve(null),
}

type Shop = Pick<ShopSettings, "url" | "publishableKey">

/**
 * Segment's own browser client, sending to the shop's collector and to nobody
 * else; loaded with the first event. A browser that asks not to be tracked is
 * not. To be called in a browser.
 */
export function createTracker(shop: Shop): Tracker {
  if (asksNotToBeTracked()) {
    return SILENT
  }
  const loaded = load(shop)
  // A visit that cannot be counted is no reason to disturb the visitor.
  loaded.catch((error: unknown) =>
    console.warn("Visits are not counted:", error)
  )
  return {
    page: () => void loaded.then(([analytics]) => analytics.page()),
    track: (event, properties) =>
      void loaded.then(([analytics]) => analytics.track(event, properties)),
    identify: (customerId) =>
      void loaded.then(([analytics]) => analytics.identify(customerId)),
    reset: () => void loaded.then(([analytics]) => analytics.reset()),
    visitorId: async () => {
      const [analytics] = await loaded
      return analytics.user().anonymousId() ?? null
    },
  }
}

async function load({ url, publishableKey }: Shop) {
  const { AnalyticsBrowser } = await import("@segment/analytics-next")
  const { protocol, host, pathname } = new URL(`${url}/collect/v1`)
  const apiHost = `${host}${pathname}`
  return await AnalyticsBrowser.load(
    {
      writeKey: publishableKey,
      // Given here, so that nothing is fetched from, or told to, anybody else.
      cdnSettings: {
        integrations: { "Segment.io": { apiKey: publishableKey, apiHost } },
        metrics: { sampleRate: 0 },
      },
    },
    {
      integrations: {
        "Segment.io": {
          apiHost,
          protocol: protocol === "https:" ? "https" : "http",
        },
      },
    }
  )
}

/** A line of a cart or an order, as Segment's e-commerce events name it. */
export function productOf(
  item: HttpTypes.StoreCartLineItem | HttpTypes.StoreOrderLineItem
) {
  return {
    product_id: item.product_id,
    variant_id: item.variant_id,
    sku: item.variant_sku,
    name: item.product_title,
    variant: item.variant_title,
    price: item.unit_price,
    quantity: item.quantity,
  }
}

function asksNotToBeTracked(): boolean {
  return (
    navigator.doNotTrack === "1" ||
    ("globalPrivacyControl" in navigator &&
      navigator.globalPrivacyControl === true)
  )
}
