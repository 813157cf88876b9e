import type { NewEvent } from "../../../src/modules/activity/domain/new-event"
import { event } from "./setup"

const PATHS = ["/", "/cakes", "/products/tart", "/products/pie", "/cart"]
const REFERRERS = ["", "", "https://www.google.com/", "https://blog.example/"]
const AGENTS = [
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
]

/** The same numbers between 0 and 1 for the same seed (a Lehmer generator). */
export function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/**
 * Events of some visitors over two days, as they come in: each visitor's in the
 * order of happening, some a few hours late, some of machines.
 *
 * @param until - when the last of them happened
 * @param options.late - share of the events that come hours late, 0 to 1
 */
export function traffic(
  count: number,
  until: Date,
  { seed = 1, visitors = 20, late = 0, campaigns = [""] } = {}
): NewEvent[] {
  const random = randomFrom(seed)
  const pick = <Value>(values: readonly Value[]) =>
    values[Math.floor(random() * values.length)]
  const clocks = Array.from({ length: visitors }, () => random() * 3_600_000)
  const drawn = Array.from({ length: count }, (_, index) => {
    const visitor = Math.floor(random() * visitors)
    // Mostly minutes apart, now and then hours.
    clocks[visitor] += 1_000 + random() * (random() < 0.15 ? 2e7 : 9e5)
    const isPage = random() < 0.6
    const path = pick(PATHS)
    const url = `https://shop.example${path}${pick(campaigns)}`
    const delay = random() < late ? random() * 2e7 : random() * 5_000
    return {
      at: clocks[visitor],
      arrives: clocks[visitor] + delay,
      event: event({
        message_id: `traffic-${seed}-${index}`,
        anonymous_id: `visitor-${visitor}`,
        source_id: visitor % 5 === 0 ? "apk_2" : "apk_1",
        type: isPage ? "page" : "track",
        name: isPage ? null : pick(["Product Viewed", "Products Searched"]),
        is_bot: visitor === 7,
        properties: JSON.stringify({
          product_id: pick(["prod_1", "prod_2"]),
          query: pick(["Lemon tart", "pie"]),
        }),
        context: JSON.stringify({
          page: { path, url, referrer: pick(REFERRERS) },
          userAgent: AGENTS[visitor % AGENTS.length],
        }),
      }),
    }
  })
  const shift =
    until.getTime() - Math.max(...drawn.map(({ arrives }) => arrives))
  return drawn
    .sort((a, b) => a.arrives - b.arrives)
    .map(({ at, arrives, event: each }) => ({
      ...each,
      occurred_at: new Date(Math.floor(at + shift)),
      received_at: new Date(Math.floor(arrives + shift)),
    }))
}
