import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"

import { signalProcess } from "../../integration-tests/helpers/processes"
import { guard, SetupError } from "../../scripts/postgres"
import type { BenchmarkContext } from "../lib/benchmark"
import { npmCommand } from "./npm"
import { readSteps, type Step, type TimedLine } from "./steps"

/** One `npm start`, from the command to Ctrl-C. */
export type StartRun = {
  /** Until `/health/ready` answered 200. */
  seconds: number
  steps: Step[]
  /** From Ctrl-C until everything had ended. */
  stop_seconds: number
}

const READY_MS = 20 * 60_000
const STOP_MS = 60_000
const POLL_MS = 100
/** The last thing `npm start` prints before the shop's own output. */
const OPEN = /^Serving after /

/**
 * Starts the shop of a clone as a person does, waits until it is ready and
 * stops it with Ctrl-C.
 *
 * @throws SetupError with what it printed when it ends early or will not end
 */
export async function runNpmStart(
  { teardown }: BenchmarkContext,
  clone: string,
  port: number,
  env: NodeJS.ProcessEnv
): Promise<StartRun> {
  const started = performance.now()
  const since = () => (performance.now() - started) / 1000
  const [npm, prefix] = npmCommand(process.env)
  // A terminal's foreground group: Ctrl-C reaches npm and all below it.
  const child = spawn(npm, [...prefix, "start"], {
    cwd: clone,
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  })
  const lines = readLines(child, since)
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => resolve())
  )
  const pid = child.pid ?? 0
  const dismiss = guard({ pid, signal: "SIGINT", group: true })
  void ended.then(dismiss)
  teardown.add(async () => {
    if (interrupt(child)) {
      await ended
    }
  })
  await poll(() => isReady(port), child, lines)
  const seconds = since()
  // A person presses Ctrl-C when the terminal says that the shop is open.
  await poll(() => lines.some(({ text }) => OPEN.test(text)), child, lines)
  const stopping = performance.now()
  interrupt(child)
  await untilEnded(ended, lines)
  return {
    seconds,
    steps: readSteps(lines),
    stop_seconds: (performance.now() - stopping) / 1000,
  }
}

function readLines(child: ChildProcess, since: () => number): TimedLine[] {
  const lines: TimedLine[] = []
  for (const input of [child.stdout, child.stderr]) {
    if (input) {
      createInterface({ input }).on("line", (text) =>
        lines.push({ at: since(), text })
      )
    }
  }
  return lines
}

/** @returns false when it has ended already */
function interrupt(child: ChildProcess): boolean {
  if (hasEnded(child) || child.pid === undefined) {
    return false
  }
  signalProcess(-child.pid, "SIGINT")
  return true
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

/** Waits for a fact while npm start lives. */
async function poll(
  isTrue: () => boolean | Promise<boolean>,
  child: ChildProcess,
  lines: TimedLine[]
): Promise<void> {
  const end = Date.now() + READY_MS
  while (!(await isTrue())) {
    if (hasEnded(child)) {
      throw new SetupError(`${said(lines)}\nnpm start ended before it served.`)
    }
    if (Date.now() > end) {
      throw new SetupError(`${said(lines)}\nnpm start did not get ready.`)
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`)
    return status === 200
  } catch (error) {
    // fetch says TypeError while nobody listens.
    if (error instanceof TypeError) {
      return false
    }
    throw error
  }
}

async function untilEnded(
  ended: Promise<void>,
  lines: TimedLine[]
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new SetupError(`${said(lines)}\nnpm start ignores Ctrl-C.`)),
      STOP_MS
    )
  })
  await Promise.race([ended, late])
  clearTimeout(timer)
}

function said(lines: TimedLine[]): string {
  return lines
    .slice(-40)
    .map(({ text }) => text)
    .join("\n")
}
