import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"

import type { Benchmark, BenchmarkContext } from "./benchmark"
import {
  busyWarning,
  describeMachine,
  describeSurroundings,
  loadNow,
} from "./machine"

/**
 * Runs a benchmark and writes what it found to
 * `.cornerstore/bench/<name>-<date>.json`.
 *
 * @returns the same for a person
 */
export async function writeReport(
  context: BenchmarkContext,
  benchmark: Benchmark
): Promise<string> {
  const { root, options } = context
  const where = describeSurroundings(root)
  const date = new Date()
  const loadAtStart = loadNow()
  const warnings = [
    busyWarning(loadAtStart),
    options.quick
      ? "A quick run: it shows that the benchmark works, its figures say nothing."
      : undefined,
  ].filter((warning) => warning !== undefined)
  warnings.forEach((warning) => context.say(warning))

  const { text, data, postgres } = await benchmark.run(context)
  const load = { start: loadAtStart, end: loadNow() }
  const file = path.join(
    root,
    ".cornerstore/bench",
    reportName(benchmark.name, date)
  )
  const report = {
    benchmark: benchmark.name,
    date: date.toISOString(),
    options,
    warnings,
    surroundings: { ...where, postgres, load_average: load },
    ...data,
  }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
  return [
    `\n${text}`,
    describeMachine(where, postgres, load),
    [...warnings, `Written to ${path.relative(root, file)}`].join("\n"),
  ].join("\n\n")
}

/** File name of a report: sorts by time and is valid on every system. */
export function reportName(benchmark: string, date: Date): string {
  const stamp = date.toISOString().slice(0, 19).replaceAll(":", "-")
  return `${benchmark}-${stamp}.json`
}
