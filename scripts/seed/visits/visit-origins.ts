import { randomFor } from "../random/random"

/** How somebody came to the storefront. */
export type Origin = {
  /** The page that led there; empty for none. */
  referrer: string
  /** Query of the address, with the UTM parameters of a link. */
  search: string
  /** The same, as Segment's client says it; null without any. */
  campaign: Record<string, string> | null
}

const from = (referrer: string): Origin => ({
  referrer,
  search: "",
  campaign: null,
})

const by = (
  source: string,
  medium: string,
  name: string,
  referrer = ""
): Origin => ({
  referrer,
  search: `?${new URLSearchParams({
    utm_source: source,
    utm_medium: medium,
    utm_campaign: name,
  })}`,
  campaign: { source, medium, name },
})

const ORIGINS: [Origin, number][] = [
  [from(""), 38],
  [from("https://www.google.com/"), 24],
  [from("https://www.bing.com/"), 3],
  [from("https://l.instagram.com/"), 7],
  [from("https://eatlocal.example/bakeries"), 6],
  [by("newsletter", "email", "weekend-bakes"), 12],
  [by("instagram", "social", "autumn-tarts", "https://l.instagram.com/"), 6],
  [{ ...from("https://www.google.com/"), search: "?gclid=Cj0KCQiA" }, 4],
]

const AGENTS: [string, number][] = [
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    46,
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
    18,
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
    20,
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
    11,
  ],
  [
    "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    5,
  ],
]

/** How a visitor came this time. */
export function originOf(email: string, began_at: Date): Origin {
  return randomFor("origin", email, began_at.getTime()).weighted(ORIGINS)
}

/** What a visitor's browser calls itself, each time. */
export function agentOf(email: string): string {
  return randomFor("agent", email).weighted(AGENTS)
}

/** What was searched before a product was looked at; null when nothing was. */
export function searchOf(
  product: { title: string } | undefined,
  email: string,
  began_at: Date
): string | null {
  const random = randomFor("search", email, began_at.getTime())
  return product && random.chance(0.3)
    ? random.pick(product.title.split(" "))
    : null
}
