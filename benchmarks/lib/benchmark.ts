import type { Teardown } from "../../scripts/start/teardown"

/** What a benchmark works with. */
export type BenchmarkContext = {
  /** Absolute folder of this repository. */
  root: string
  options: BenchOptions
  /** Runs when the benchmark is over, however it ends. */
  teardown: Teardown
  /** Tells the person what is being done. */
  say(text: string): void
}

export type BenchOptions = {
  /** Show that it works: too few requests for a figure. */
  quick: boolean
  /** Measured rounds; each benchmark has its own default. */
  rounds?: number
  /** Carts per round and side. */
  requests?: number
}

/** What a benchmark found. */
export type BenchmarkResult = {
  /** The figures beside their baselines, for a person. */
  text: string
  /** The same and everything behind it, for machines. */
  data: Record<string, unknown>
  /** Version of the PostgreSQL server that was used. */
  postgres: string
}

/** One entry of `npm run bench`. */
export type Benchmark = {
  name: string
  /** One line for the list. */
  summary: string
  run(context: BenchmarkContext): Promise<BenchmarkResult>
}
