import { describeTarget, judge, type Target, type Verdict } from "./judge"
import { table } from "./table"

/** One figure beside what it is compared with. */
export type Figure = {
  label: string
  /** What was measured, in the unit the label names. */
  value: number
  /** What it is compared with, measured in the same run. */
  baseline?: { label: string; value: number }
  /** Value to baseline; without a baseline the value itself is judged. */
  ratio?: number
  target?: string
  verdict?: Verdict
  /** Of the single rounds. */
  rounds?: number[]
}

/** A figure that is judged by itself. */
export function absolute(
  label: string,
  value: number,
  target?: Target,
  rounds?: number[]
): Figure {
  return { label, value, rounds, ...judged(value, target) }
}

/** A figure that is judged by its ratio to a baseline. */
export function relative(
  label: string,
  value: number,
  baseline: { label: string; value: number },
  target?: Target,
  rounds?: number[]
): Figure {
  const ratio = value / baseline.value
  return { label, value, baseline, ratio, rounds, ...judged(ratio, target) }
}

function judged(value: number, target: Target | undefined) {
  return target
    ? { target: describeTarget(target), verdict: judge(value, target) }
    : {}
}

/** Figures for a person. */
export function figureTable(title: string, figures: readonly Figure[]): string {
  return table([
    [title, "", "baseline", "", "ratio", "target", ""],
    ...figures.map(({ label, value, baseline, ratio, target, verdict }) => [
      `  ${label}`,
      show(value),
      baseline ? baseline.label : "",
      baseline ? show(baseline.value) : "",
      ratio === undefined ? "" : ratio.toFixed(3),
      target ?? "",
      verdict ?? "",
    ]),
  ])
}

const show = (value: number): string =>
  value >= 1000
    ? Math.round(value).toLocaleString("en-US")
    : value.toFixed(value >= 100 ? 0 : 2)
