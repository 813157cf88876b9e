/**
 * `npm run bench -- <name> ...`: measures the named figures and a baseline
 * beside each in the same run. Without a name it lists what there is. See
 * benchmarks/README.md.
 */
import path from "node:path"

import { SetupError } from "../scripts/postgres"
import { createTeardown } from "../scripts/start/teardown"
import { collector } from "./collector"
import { districts } from "./districts"
import { grouping } from "./grouping"
import { parseBenchArguments } from "./lib/arguments"
import type { Benchmark, BenchmarkContext } from "./lib/benchmark"
import { writeReport } from "./lib/report"
import { overhead } from "./overhead"
import { slots } from "./slots"
import { start } from "./start"

const ROOT = path.resolve(__dirname, "..")
const BENCHMARKS: readonly Benchmark[] = [
  start,
  overhead,
  collector,
  slots,
  grouping,
  districts,
]
const INTERRUPTED = 130

async function main(args: string[]): Promise<number> {
  const { names, options } = parseBenchArguments(
    args,
    BENCHMARKS.map(({ name }) => name)
  )
  if (!names.length) {
    console.info(listOf(BENCHMARKS))
    return 0
  }
  for (const benchmark of BENCHMARKS) {
    if (names.includes(benchmark.name)) {
      await runOne(benchmark, options)
    }
  }
  return 0
}

async function runOne(
  benchmark: Benchmark,
  options: BenchmarkContext["options"]
): Promise<void> {
  const teardown = createTeardown((error) => console.error(error))
  const interrupt = () => {
    console.error("\nStopping what was started ...")
    void teardown.run().then(() => process.exit(INTERRUPTED))
  }
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt)
  try {
    const context: BenchmarkContext = {
      root: ROOT,
      options,
      teardown,
      say: (text) => console.info(`  ${text}`),
    }
    console.info(`\n${benchmark.name}: ${benchmark.summary}\n`)
    console.info(await writeReport(context, benchmark))
  } finally {
    await teardown.run()
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt)
  }
}

function listOf(benchmarks: readonly Benchmark[]): string {
  const lines = benchmarks.map(
    ({ name, summary }) => `  ${name.padEnd(10)}${summary}`
  )
  return `npm run bench -- <name> ... [--quick] [--rounds <n>] [--requests <n>]

${lines.join("\n")}

  --quick     few requests and rounds: shows that it works, says nothing else
  --rounds    measured rounds, or second starts
  --requests  carts per round and side`
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof SetupError ? error.message : error)
    process.exit(1)
  }
)
