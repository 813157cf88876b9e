import { describeTarget, judge, type Verdict } from "../lib/judge"
import { median } from "../lib/stats"
import { table } from "../lib/table"
import { P95_RATIO, type Phase } from "./phases"
import type { Round } from "./rounds"
import type { Sample } from "./side"

/** One measure of one phase over all rounds. */
export type Comparison = {
  stock: number
  plugin: number
  /** Of the two medians, plugin to stock. */
  ratio: number
  /** Smallest and largest ratio of a single round: how steady the figure is. */
  range: [number, number]
  target?: string
  verdict?: Verdict
}

export type PhaseComparison = {
  phase: string
  label: string
  throughput: Comparison
  p95_ms: Comparison
  cpu_ms?: Comparison
}

/** Compares one phase over all rounds. */
export function comparePhase(
  { id, label, throughput }: Phase,
  rounds: readonly Round[]
): PhaseComparison {
  const pairs = rounds.flatMap((round) =>
    round.filter(({ phase }) => phase === id)
  )
  const pick = (read: (sample: Sample) => number | undefined) =>
    compare(
      pairs.map(({ stock, plugin }) => [read(stock) ?? 0, read(plugin) ?? 0])
    )
  const judged = throughput !== undefined
  const hasCpu = pairs.every(({ stock }) => stock.cpu_ms)
  return {
    phase: id,
    label,
    throughput: judgedBy(
      pick((sample) => sample.throughput),
      judged ? { atLeast: throughput } : undefined
    ),
    p95_ms: judgedBy(
      pick((sample) => sample.p95_ms),
      judged ? { atMost: P95_RATIO } : undefined
    ),
    ...(hasCpu ? { cpu_ms: pick((sample) => sample.cpu_ms) } : {}),
  }
}

function compare(pairs: [number, number][]): Comparison {
  const stock = median(pairs.map(([value]) => value))
  const plugin = median(pairs.map(([, value]) => value))
  const ratios = pairs.map(([a, b]) => b / a)
  return {
    stock,
    plugin,
    ratio: plugin / stock,
    range: [Math.min(...ratios), Math.max(...ratios)],
  }
}

function judgedBy(
  comparison: Comparison,
  target: Parameters<typeof judge>[1] | undefined
): Comparison {
  return target
    ? {
        ...comparison,
        target: describeTarget(target),
        verdict: judge(comparison.ratio, target),
      }
    : comparison
}

/** The comparisons for a person. */
export function comparisonTable(phases: readonly PhaseComparison[]): string {
  const part = (
    title: string,
    digits: number,
    read: (phase: PhaseComparison) => Comparison | undefined
  ) =>
    table([
      [title, "stock", "plugin", "ratio", "per round", "target", ""],
      ...phases.flatMap((phase) => {
        const found = read(phase)
        return found ? [row(phase.label, found, digits)] : []
      }),
    ])
  return [
    part("Answers per second", 1, ({ throughput }) => throughput),
    part("95th percentile, ms", 1, ({ p95_ms }) => p95_ms),
    part("Server's CPU per request, ms", 2, ({ cpu_ms }) => cpu_ms),
  ].join("\n\n")
}

function row(label: string, found: Comparison, digits: number): string[] {
  const { stock, plugin, ratio, range, target, verdict } = found
  return [
    `  ${label}`,
    stock.toFixed(digits),
    plugin.toFixed(digits),
    ratio.toFixed(3),
    range.map((each) => each.toFixed(2)).join("-"),
    target ?? "",
    verdict ?? "",
  ]
}
