/** What a visitor says about being analysed. */
export type TrackingConsent = "granted" | "denied"

/** A product, in the words of Segment's e-commerce specification. */
export type TrackedProduct = {
  product_id: string
  variant_id?: string
  sku?: string
  category?: string
  name?: string
  brand?: string
  variant?: string
  /** Of one piece, in major units of `currency`. */
  price?: number
  /** ISO 4217. */
  currency?: string
  quantity?: number
  coupon?: string
  /** In the list it was found in, from 1. */
  position?: number
  url?: string
  image_url?: string
  [property: string]: unknown
}

/** What the snippet knows; see `TrackingClient.subscribe`. */
export type TrackingState = {
  /** Null while this browser may not be told apart from others. */
  visitorId: string | null
  /** What the visitor chose; null while nothing was chosen. */
  choice: TrackingConsent | null
  /** The browser itself says no (Global Privacy Control, Do Not Track). */
  optedOut: boolean
}

/**
 * The global `cornerstore` of the snippet (`/collect/snippet.js`). Every call
 * may be made before the snippet has loaded: it is kept and made then.
 */
export type TrackingClient = {
  /** Tells of anything that happened, named "Object Action" in title case. */
  track(event: string, properties?: Record<string, unknown>): void
  /** Tells of a page view; only needed where page views are told by hand. */
  page(name?: string, properties?: Record<string, unknown>): void
  /** `Product Viewed`; its dwell is measured until the next page or product. */
  product(product: TrackedProduct): void
  /** `Products Searched`. */
  search(query: string, properties?: Record<string, unknown>): void
  /** Says who the visitor is, after a log-in. */
  identify(customerId: string, traits?: Record<string, unknown>): void
  /**
   * Takes the visitor's choice and keeps it.
   *
   * @param version - of the text that was agreed to
   */
  consent(choice: TrackingConsent, version?: string): void
  /** Begins a new visitor, after a log-out. */
  reset(): void
  /** Calls the listener with what is known, now and after each change. */
  subscribe(listener: (state: TrackingState) => void): void
}

/** A call by name, as it waits for the snippet: `["track", "Quiz Taken"]`. */
export type TrackingCall = {
  [Name in keyof TrackingClient]: [Name, ...Parameters<TrackingClient[Name]>]
}[keyof TrackingClient]
