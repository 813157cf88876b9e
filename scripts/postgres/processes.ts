import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"

import { errorCode } from "./setup-error"

/** True while a process with this id exists (whoever owns it). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return errorCode(error) === "EPERM"
  }
}

/**
 * The instant a process was started, as the system writes it. Ids are reused
 * (in containers at once), id and start together are not.
 *
 * @returns undefined when there is no such process
 */
export function startStamp(pid: number): string | undefined {
  if (!isAlive(pid)) {
    return undefined
  }
  if (process.platform === "linux") {
    return statField(pid, START_TIME)
  }
  if (process.platform === "win32") {
    return "running"
  }
  return ps(pid, "lstart=")
}

/** The command line of a process, or undefined when it cannot be read. */
export function commandLine(pid: number): string | undefined {
  if (process.platform === "linux") {
    return readProc(pid, "cmdline")?.replaceAll("\0", " ").trim()
  }
  return process.platform === "win32" ? undefined : ps(pid, "command=")
}

/** Resolves true once the process is gone, false when the time is over. */
export async function waitUntilGone(
  pid: number,
  timeoutMs: number
): Promise<boolean> {
  const end = Date.now() + timeoutMs
  while (isRunning(pid)) {
    if (Date.now() > end) {
      return false
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}

/** Positions in /proc/<pid>/stat after the command in brackets (field 3 = 0). */
const STATE = 0
const START_TIME = 19

/** A zombie has ended: only its parent has not looked yet. */
function isRunning(pid: number): boolean {
  return (
    isAlive(pid) &&
    !(process.platform === "linux" && statField(pid, STATE) === "Z")
  )
}

function statField(pid: number, field: number): string | undefined {
  const stat = readProc(pid, "stat")
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[field]
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8")
  } catch (error) {
    if (["ENOENT", "ESRCH", "EACCES"].includes(errorCode(error) ?? "")) {
      return undefined
    }
    throw error
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync("ps", ["-o", column, "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim()
  } catch {
    // ps exits 1 when there is no such process.
    return undefined
  }
}
