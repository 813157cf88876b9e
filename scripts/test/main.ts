/**
 * `npm test`: runs the stages one after the other, each with the services it
 * needs, and ends with where the time went and one line of totals.
 */
import { constants } from "node:os"
import path from "node:path"

import { parseArguments, type Selection, USAGE } from "./arguments"
import { endRunning } from "./child"
import { combine, problem } from "./outcome"
import { lastLine, problemLines, type StageReport, timeTable } from "./report"
import { messageOf, runStage } from "./run-stage"
import { Services } from "./services"
import { type Stage, STAGES } from "./stages"

const ROOT = path.resolve(__dirname, "..", "..")
/** What the whole is allowed to take on two cores. */
const BUDGET_MINUTES = 25

async function main(words: string[]): Promise<number> {
  if (words.includes("--help") || words.includes("-h")) {
    console.log(USAGE)
    return 0
  }
  const selection = parseArguments(words, ROOT)
  const clock = new Clock()
  const services = new Services(ROOT, (message) => console.log(`- ${message}`))
  const interrupted = onInterrupt()
  const reports = await runStages(selection, services, interrupted)
  await services.stop()
  const spent = reports.reduce((sum, { seconds }) => sum + seconds, 0)
  reports.push({
    name: "around",
    outcome: null,
    seconds: Math.max(0, clock.seconds() - spent),
  })
  return conclude(reports, interrupted.signal)
}

async function runStages(
  selection: Selection,
  services: Services,
  interrupted: { signal: NodeJS.Signals | null }
): Promise<StageReport[]> {
  const reports: StageReport[] = []
  const chosen = STAGES.filter(({ name }) => selection.stages.includes(name))
  for (const stage of chosen) {
    if (interrupted.signal) {
      break
    }
    reports.push(await reportOn(stage, selection, services))
  }
  return reports
}

async function reportOn(
  stage: Stage,
  { paths, testName }: Selection,
  services: Services
): Promise<StageReport> {
  const clock = new Clock()
  const { name } = stage
  console.log(`\n== ${name} ==`)
  try {
    const outcome = await runStage({
      root: ROOT,
      stage,
      paths,
      testName,
      services,
    })
    if (outcome) {
      return { name, outcome, seconds: clock.seconds() }
    }
    const note = paths.length > 0 ? "no file matches" : "no files yet"
    console.log(note)
    return { name, outcome: null, seconds: clock.seconds(), note }
  } catch (error) {
    return {
      name,
      outcome: problem(messageOf(error)),
      seconds: clock.seconds(),
    }
  }
}

/** Prints the summary; the line of totals is the last thing printed. */
function conclude(
  reports: StageReport[],
  signal: NodeJS.Signals | null
): number {
  const ran = reports.flatMap(({ outcome }) => (outcome ? [outcome] : []))
  const total = combine(ran)
  const seconds = reports.reduce((sum, report) => sum + report.seconds, 0)
  console.log(`\n${timeTable(reports)}\n`)
  problemLines(reports).forEach((line) => console.log(line))
  if (seconds > BUDGET_MINUTES * 60) {
    console.log(`This run took more than its ${BUDGET_MINUTES} minutes.`)
  }
  if (signal) {
    console.log(`Interrupted by ${signal}: what follows is not the whole.`)
  } else if (ran.length === 0) {
    console.log("No test was run: nothing matches.")
  }
  console.log(lastLine(total))
  if (signal) {
    return 128 + constants.signals[signal]
  }
  return total.failed > 0 || ran.length === 0 ? 1 : 0
}

/** Ctrl-C and friends end the running stage; then everything is stopped. */
function onInterrupt(): { signal: NodeJS.Signals | null } {
  const state: { signal: NodeJS.Signals | null } = { signal: null }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      state.signal = signal
      endRunning()
    })
  }
  return state
}

class Clock {
  private readonly start = performance.now()

  seconds(): number {
    return (performance.now() - this.start) / 1000
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(messageOf(error))
    process.exit(1)
  }
)
