import { existsSync, readFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import path from "node:path"

import { commandLine, isAlive, waitUntilGone } from "./processes"
import { SetupError } from "./setup-error"

export type PidFile = { pid: number; port: number; status: string }

/** Reads `postmaster.pid`: line 1 is the id, 4 the port, 8 the status. */
export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split("\n").map((line) => line.trim())
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0
    ? { pid, port: Number(lines[3]), status: lines[7] ?? "" }
    : undefined
}

/** What the server of a data folder says of itself, if it wrote it down. */
export function readPidFile(cluster: string): PidFile | undefined {
  const file = path.join(cluster, "postmaster.pid")
  return existsSync(file) ? parsePidFile(readFileSync(file, "utf8")) : undefined
}

/**
 * The id of a server that runs on the data folder. After kill -9 or a restart
 * of a container the file is stale and its id may belong to any other program.
 */
export function runningServer(cluster: string): number | undefined {
  const pid = readPidFile(cluster)?.pid
  if (pid === undefined || !isAlive(pid)) {
    return undefined
  }
  const command = commandLine(pid)
  return command === undefined || command.includes(cluster) ? pid : undefined
}

/** How long a server may take to write its memory to disk, in milliseconds. */
const SHUTDOWN_MS = 30_000

/**
 * Shuts a server down: first asking it to end its connections, then, when it
 * does not end in time, at once (it recovers from its log on the next start).
 *
 * @throws SetupError when the process cannot be ended
 */
export async function shutDown(pid: number): Promise<void> {
  for (const [signal, time] of [
    ["SIGINT", SHUTDOWN_MS],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (isAlive(pid)) {
      process.kill(pid, signal)
    }
    if (await waitUntilGone(pid, time)) {
      return
    }
  }
  throw new SetupError(
    `PostgreSQL (process ${pid}) does not stop: end it by hand and try again.`
  )
}

/** Stops what a dead run left running and removes a pid file without a server. */
export async function cleanUpAfterCrash(cluster: string): Promise<boolean> {
  const orphan = runningServer(cluster)
  if (orphan !== undefined) {
    await shutDown(orphan)
  }
  const stale = path.join(cluster, "postmaster.pid")
  const found = orphan !== undefined || existsSync(stale)
  await rm(stale, { force: true })
  return found
}
