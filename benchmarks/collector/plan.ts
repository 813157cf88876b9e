import type { BenchOptions } from "../lib/benchmark"

/** How much is measured. */
export type CollectorPlan = {
  rounds: number
  /** Seconds per figure and round. */
  seconds: number
  /** Connections of the sender. */
  connections: number
  /** Seconds of checkout per round and variant. */
  checkoutSeconds: number
  buyers: number
  /** Events in the large store. */
  stored: number
}

const FULL: CollectorPlan = {
  rounds: 5,
  seconds: 5,
  connections: 64,
  checkoutSeconds: 20,
  buyers: 4,
  stored: 10_000_000,
}
const QUICK: CollectorPlan = {
  rounds: 1,
  seconds: 1,
  connections: 8,
  checkoutSeconds: 3,
  buyers: 2,
  stored: 50_000,
}

export function planOf(options: BenchOptions): CollectorPlan {
  const plan = options.quick ? QUICK : FULL
  return { ...plan, rounds: options.rounds ?? plan.rounds }
}
