import { median } from "../lib/stats"
import { untilQuiet } from "../overhead/quiet"
import { type Figure, relative } from "../lib/figure"
import type { CollectorPlan } from "./plan"
import type { Setting } from "./setting"
import { BATCH, batch, sendFor, type Target } from "./throughput"

/** What comes in while people buy. */
const EVENTS_PER_SECOND = 3_000
const CONNECTIONS = 16

type Variant = "without" | "in_shop" | "alone"

/**
 * How many orders are placed while events come in, and while none do. The
 * variants take turns, so that a disturbance meets all of them.
 *
 * @param alone - a collector in a process of its own, on a database of its own
 */
export async function measureCheckout(
  setting: Setting,
  plan: CollectorPlan,
  alone: Target
): Promise<Figure[]> {
  const { server, served, shop, buyers } = setting
  const inShop = {
    port: served.port,
    prefix: "/collect",
    writeKey: shop.publishable_key,
  }
  const targets: Record<Variant, Target | null> = {
    without: null,
    in_shop: inShop,
    alone,
  }
  const seen: Record<Variant, number[]> = {
    without: [],
    in_shop: [],
    alone: [],
  }
  const seconds = plan.checkoutSeconds
  const measure = async (variant: Variant): Promise<number> => {
    await untilQuiet(server)
    const target = targets[variant]
    const [{ orders, elapsed_ms }] = await Promise.all([
      buyers.run({ url: served.url, shop, buyers: plan.buyers, seconds }),
      target && sendEvents(setting, target, seconds),
    ])
    return (orders * 1000) / elapsed_ms
  }
  for (let round = 0; round <= plan.rounds; round++) {
    for (const variant of inTurn(round)) {
      const perSecond = await measure(variant)
      // The first round warms all of them up.
      if (round > 0) {
        seen[variant].push(perSecond)
      }
    }
  }
  const baseline = { label: "without events", value: median(seen.without) }
  const figure = (label: string, variant: Variant, atLeast: number) =>
    relative(label, median(seen[variant]), baseline, { atLeast }, seen[variant])
  const title = `orders/s beside ${EVENTS_PER_SECOND} events/s`
  return [
    figure(`${title}, in the shop`, "in_shop", 0.8),
    figure(`${title}, alone`, "alone", 0.9),
  ]
}

/** @throws Error when less came in than was meant to */
async function sendEvents(
  setting: Setting,
  target: Target,
  seconds: number
): Promise<void> {
  const { answered } = await sendFor(setting, {
    port: target.port,
    what: batch(target),
    connections: CONNECTIONS,
    seconds,
    rate: EVENTS_PER_SECOND / BATCH,
  })
  const meant = (EVENTS_PER_SECOND / BATCH) * seconds
  if (answered < meant * 0.99) {
    throw new Error(`Only ${answered} of ${meant} requests were answered`)
  }
}

function inTurn(round: number): Variant[] {
  const variants: Variant[] = ["without", "in_shop", "alone"]
  const first = round % variants.length
  return [...variants.slice(first), ...variants.slice(0, first)]
}
