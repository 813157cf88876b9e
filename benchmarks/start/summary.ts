import { describeTarget, judge, type Target } from "../lib/judge"
import { median } from "../lib/stats"
import { table } from "../lib/table"
import type { StartRun } from "./npm-start"
import type { Step } from "./steps"

/** What was measured, in seconds. */
export type StartTimes = {
  clone: number
  first: StartRun
  second: StartRun[]
  /** `npm ci` alone, with packages cached. */
  install: number
  /** Stock `medusa start` to `/health`, database up. */
  stock: number[]
}

export const FIRST_TARGET: Target = { atMost: 300 }
export const SECOND_TARGET: Target = { atMost: 15 }

/** The two figures beside their baselines. */
export function startFigures({
  clone,
  first,
  second,
  install,
  stock,
}: StartTimes) {
  return [
    figure("clone to serving", clone + first.seconds, FIRST_TARGET, {
      what: "npm ci alone",
      seconds: install,
    }),
    figure(
      "second start",
      median(second.map(({ seconds }) => seconds)),
      SECOND_TARGET,
      { what: "stock medusa start", seconds: median(stock) }
    ),
  ]
}

function figure(
  name: string,
  seconds: number,
  target: Target,
  baseline: { what: string; seconds: number }
) {
  return {
    name,
    seconds,
    target: `${describeTarget(target)} s`,
    verdict: judge(seconds, target),
    baseline,
    ratio: seconds / baseline.seconds,
  }
}

/** The figures and where the time went, for a person. */
export function startTable(times: StartTimes): string {
  const { clone, first, second } = times
  const last = second.at(-1)
  return [
    table([
      ["Seconds", "", "target", "", "baseline", "", "ratio"],
      ...startFigures(times).map((each) => [
        `  ${each.name}`,
        each.seconds.toFixed(1),
        each.target,
        each.verdict,
        each.baseline.what,
        each.baseline.seconds.toFixed(1),
        each.ratio.toFixed(2),
      ]),
    ]),
    stepTable("Steps of the first start", [
      { title: "git clone", seconds: clone },
      ...first.steps,
      {
        title: "(Ctrl-C until everything has ended)",
        seconds: first.stop_seconds,
      },
    ]),
    stepTable("Steps of the last second start", [
      ...(last?.steps ?? []),
      {
        title: "(Ctrl-C until everything has ended)",
        seconds: last?.stop_seconds ?? 0,
      },
    ]),
  ].join("\n\n")
}

function stepTable(title: string, steps: Step[]): string {
  return table([
    [title, "s"],
    ...steps.map((step) => [`  ${step.title}`, step.seconds.toFixed(1)]),
  ])
}
