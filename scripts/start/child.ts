import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { closeSync, openSync, readFileSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import path from "node:path"

import { diskFull, guard, isDiskFull, SetupError } from "../postgres"
import { isFull } from "./disk"
import type { Paths } from "./paths"

export type Command = {
  /** What the step does, as the start of a sentence: "Building the dashboard". */
  title: string
  /** Name of its log file. */
  name: string
  /** Script and arguments for Node. */
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
}

const TAIL_LINES = 20
const FORCE_MS = 10_000
const DISK_CHECK_MS = 3_000

/**
 * Runs one step in a process of its own with its output in a log file, because
 * what it prints matters only when it fails.
 *
 * @param signal - ends the step early
 * @throws SetupError after printing the end of the log
 */
export async function runLogged(
  paths: Paths,
  command: Command,
  signal: AbortSignal
): Promise<void> {
  signal.throwIfAborted()
  await mkdir(paths.logs, { recursive: true })
  const log = path.join(paths.logs, `${command.name}.log`)
  const file = openSync(log, "w")
  const child = spawnGuarded(command, file)
  closeSync(file)

  const abort = () => signalGroup(child, "SIGTERM")
  signal.addEventListener("abort", abort, { once: true })
  const watch = watchDisk(paths.home, abort)
  const code = await exitCode(child)
  signal.removeEventListener("abort", abort)
  signal.throwIfAborted()
  if (watch.stop()) {
    throw diskFull(paths.home)
  }
  if (code !== 0) {
    throw stepFailed(command, log, readFileSync(log, "utf8"), paths)
  }
}

/**
 * On a full disk Medusa waits for its database for minutes and cannot even log
 * why: the step is ended instead.
 *
 * @returns `stop` ends the watch and tells whether the disk was full
 */
function watchDisk(folder: string, onFull: () => void) {
  let full = false
  const check = async () => {
    if (await isFull(folder)) {
      full = true
      onFull()
    }
  }
  const timer = setInterval(() => void check(), DISK_CHECK_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return full
    },
  }
}

/**
 * Starts Node in a process group of its own: Ctrl-C in the terminal reaches us
 * alone and we decide what ends in which order. The group ends with us, however
 * we end.
 */
export function spawnGuarded(
  { args, cwd, env }: Pick<Command, "args" | "cwd" | "env">,
  output: "inherit" | "pipe" | number
): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ["ignore", output, output],
    detached: process.platform !== "win32",
    windowsHide: true,
  })
  if (child.pid !== undefined) {
    const dismiss = guard({ pid: child.pid, signal: "SIGTERM", group: true })
    child.once("exit", dismiss)
  }
  return child
}

/** Asks a child and its own children to end; ends them when they do not. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return
  }
  const ended = once(child, "exit")
  signalGroup(child, "SIGTERM")
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), FORCE_MS)
  await ended
  clearTimeout(timer)
}

/** Signals the whole group that a child leads. */
export function signalGroup(
  child: ChildProcess,
  signal: "SIGTERM" | "SIGKILL"
): void {
  if (child.pid === undefined || child.exitCode !== null) {
    return
  }
  if (process.platform === "win32") {
    child.kill(signal)
    return
  }
  process.kill(-child.pid, signal)
}

/** The exit code of a child; a signal counts as 1. */
export async function exitCode(child: ChildProcess): Promise<number> {
  const [code] = await once(child, "exit")
  return typeof code === "number" ? code : 1
}

function stepFailed(
  { title }: Command,
  log: string,
  output: string,
  paths: Paths
): SetupError {
  if (isDiskFull(output)) {
    return diskFull(paths.home)
  }
  const tail = output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n")
  return new SetupError(
    `${tail}\n\n${title} failed: the reason is in the lines above, everything it printed in ${path.relative(paths.root, log)}.`
  )
}
