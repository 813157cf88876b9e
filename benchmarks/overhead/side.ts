import type { AppKind } from "../lib/app"
import { cpuSeconds } from "./cpu-time"
import type { LoadGenerator } from "./load-generator"
import type { CartState, Phase } from "./phases"
import type { BenchShop } from "../lib/shop"
import { percentile } from "../lib/stats"

/** One of the two shops that are compared. */
export type Side = {
  kind: AppKind
  url: string
  pid: number
  shop: BenchShop
  load: LoadGenerator
}

/** One phase of one round on one side. */
export type Sample = {
  requests: number
  /** Answers per second. */
  throughput: number
  p50_ms: number
  p95_ms: number
  /** The server's processor time per request, where the system tells. */
  cpu_ms?: number
}

/**
 * Sends one phase to one side.
 *
 * @param carts - one request each; what the answers tell is noted in them
 */
export async function measure(
  { url, pid, shop, load }: Side,
  phase: Phase,
  carts: CartState[],
  connections: number
): Promise<Sample> {
  const before = cpuSeconds(pid)
  const { elapsed_ms, latencies_ms, answers } = await load.run({
    origin: url,
    headers: { "x-publishable-api-key": shop.publishable_key },
    requests: carts.map((cart, index) => phase.request(shop, cart, index)),
    connections,
    keepAnswers: phase.learn !== undefined,
  })
  const after = cpuSeconds(pid)
  answers.forEach((answer, index) => {
    const cart = carts[index]
    if (cart) {
      phase.learn?.(cart, JSON.parse(answer))
    }
  })
  const requests = carts.length
  return {
    requests,
    throughput: (requests * 1000) / elapsed_ms,
    p50_ms: percentile(latencies_ms, 0.5),
    p95_ms: percentile(latencies_ms, 0.95),
    ...(before !== undefined && after !== undefined
      ? { cpu_ms: ((after - before) * 1000) / requests }
      : {}),
  }
}
