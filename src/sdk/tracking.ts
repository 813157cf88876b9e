import type { TrackingCall, TrackingClient } from "./types"

export type TrackingOptions = {
  /** Where Medusa answers, for example `https://shop.example`. */
  url: string
  /** Publishable API key of the shop. */
  publishableKey: string
  /**
   * `required`: until the visitor has agreed nothing is stored and no id is
   * given, events are only counted. Left out, silence means what the shop's
   * settings say for the visitor's region.
   */
  consent?: "required"
  /** Name of the query parameter that holds a search, such as `q`. */
  search?: string
  /** `manual`: page views are told by hand, with `page()`. */
  pages?: "manual"
}

/** The little of a browser's page that is needed here, where no DOM is known. */
type Browser = {
  document: {
    createElement(name: "script"): Script
    head: { append(script: Script): void }
  }
  cornerstore?: TrackingCall[] & Partial<TrackingClient>
}
type Script = {
  async: boolean
  src: string
  dataset: Record<string, string | undefined>
}

/**
 * Loads the shop's own tracking snippet into the page, once, and returns what
 * to call. Calls made before it has loaded wait for it. For storefronts that
 * are built; a plain page puts the script into its HTML instead.
 *
 * To be called in a browser.
 *
 * @example
 * ```ts
 * const tracking = loadTracking({ url, publishableKey, consent: "required" })
 * tracking.product({ product_id: product.id, name: product.title })
 * ```
 */
export function loadTracking({
  url,
  publishableKey,
  ...settings
}: TrackingOptions): TrackingClient {
  const browser = globalThis as unknown as Browser
  if (!browser.cornerstore) {
    browser.cornerstore = []
    const script = browser.document.createElement("script")
    script.async = true
    script.src = `${url.replace(/\/+$/, "")}/collect/snippet.js`
    for (const [name, value] of Object.entries(settings)) {
      if (value) {
        script.dataset[name] = value
      }
    }
    script.dataset.key = publishableKey
    browser.document.head.append(script)
  }
  const { cornerstore } = browser
  const tell = (...call: TrackingCall) => void cornerstore.push(call)
  return {
    track: (...words) => tell("track", ...words),
    page: (...words) => tell("page", ...words),
    product: (...words) => tell("product", ...words),
    search: (...words) => tell("search", ...words),
    identify: (...words) => tell("identify", ...words),
    consent: (...words) => tell("consent", ...words),
    reset: (...words) => tell("reset", ...words),
    subscribe: (...words) => tell("subscribe", ...words),
  }
}
