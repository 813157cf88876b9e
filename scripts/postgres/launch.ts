import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import path from "node:path"

import { program } from "./binaries"
import {
  cannotRun,
  clusterFolder,
  type ClusterSpec,
  diskFull,
  serverEnvironment,
} from "./initialise"
import { readPidFile, shutDown } from "./pid-file"
import { isDiskFull, SetupError } from "./setup-error"

/** How long a start may take, recovery after a crash included. */
const START_MS = 120_000
const POLL_MS = 25
/** How often a start is tried again while a crashed server's children end. */
const ATTEMPTS = 20

export type Launched = { child: ChildProcess; pid: number }

/** Where the server writes its messages: only the last run's are kept. */
export function logFile(place: string): string {
  return path.join(place, "server.log")
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal
 * reaches the shop alone, with its messages in a file instead of a pipe that
 * would break with us. Resolves when it accepts connections.
 *
 * @throws SetupError with the server's own reason
 */
export async function launch(
  spec: ClusterSpec,
  port: number,
  flags: string[]
): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const started = await attemptLaunch(spec, port, flags)
    if ("pid" in started) {
      return started
    }
    // After kill -9 the old server's children take a moment to notice.
    const clearsUp = started.reason.includes("shared memory block")
    if (!clearsUp || attempt === ATTEMPTS) {
      throw startFailed(started.reason, spec.place, port)
    }
    await new Promise((resolve) => setTimeout(resolve, 10 * POLL_MS))
  }
}

async function attemptLaunch(
  spec: ClusterSpec,
  port: number,
  flags: string[]
): Promise<Launched | { reason: string }> {
  const cluster = clusterFolder(spec.place)
  const log = openSync(logFile(spec.place), "w", 0o600)
  const child = spawn(
    program(spec.binaries, "postgres"),
    ["-D", cluster, "-p", String(port), ...BASE_FLAGS, ...flags],
    {
      ...spec.systemUser,
      cwd: spec.place,
      env: serverEnvironment(),
      detached: true,
      stdio: ["ignore", log, log],
      windowsHide: true,
    }
  )
  closeSync(log)
  let refused: Error | undefined
  child.once("error", (error) => (refused = error))
  child.unref()
  const ready = await waitUntilReady(child, cluster, () => refused)
  if (ready && child.pid !== undefined) {
    return { child, pid: child.pid }
  }
  return { reason: readFileSync(logFile(spec.place), "utf8") }
}

/** Loopback only and no socket file: nothing but this machine gets in. */
const BASE_FLAGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "logging_collector=off",
  "log_destination=stderr",
].flatMap((setting) => ["-c", setting])

/** @returns false when the server ended before it was ready */
async function waitUntilReady(
  child: ChildProcess,
  cluster: string,
  refused: () => Error | undefined
): Promise<boolean> {
  const end = Date.now() + START_MS
  while (child.exitCode === null && child.signalCode === null) {
    const written = readPidFile(cluster)
    if (written?.pid === child.pid && written?.status === "ready") {
      return true
    }
    if (Date.now() > end && child.pid !== undefined) {
      await shutDown(child.pid)
      throw new SetupError(
        `PostgreSQL did not become ready within ${START_MS / 1000} seconds: look into ${logFile(path.dirname(cluster))} and start again.`
      )
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    const error = refused()
    if (error) {
      throw cannotRun(error)
    }
  }
  return false
}

/** Turns the server's log into the one sentence that helps. */
export function startFailed(
  log: string,
  place: string,
  port: number
): SetupError {
  if (isDiskFull(log)) {
    return diskFull(place)
  }
  if (/address already in use/i.test(log)) {
    return new SetupError(
      `Port ${port} on 127.0.0.1 is taken by another program, so the database cannot use it: stop that program or choose another port.`
    )
  }
  const reason = log
    .split("\n")
    .reverse()
    .find((line) => /FATAL|PANIC/.test(line))
    ?.replace(/^.*(?:FATAL|PANIC):\s*/, "")
  return new SetupError(
    `PostgreSQL did not start (${reason ?? "it ended without a reason"}): see ${logFile(place)}.`
  )
}
