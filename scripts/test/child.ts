import { type ChildProcess, spawn } from "node:child_process"

export type ChildOptions = {
  cwd: string
  env: Record<string, string>
  /** Ended after this many minutes. */
  limitMinutes: number
}

export type ChildResult = {
  code: number | null
  timedOut: boolean
}

const running = new Set<ChildProcess>()
let closed = false
/** How long a suite may take to stop the processes it started, in seconds. */
const GRACE_SECONDS = 15

/**
 * Runs a Node program on this terminal, as the head of a process group of its
 * own: what it leaves behind ends with it.
 */
export function runNode(
  args: string[],
  { cwd, env, limitMinutes }: ChildOptions
): Promise<ChildResult> {
  if (closed) {
    return Promise.resolve({ code: null, timedOut: false })
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: process.platform !== "win32",
      stdio: ["ignore", "inherit", "inherit"],
    })
    running.add(child)
    let timedOut = false
    const limit = setTimeout(() => {
      timedOut = true
      endGroup(child)
    }, limitMinutes * 60_000)
    child.once("error", reject)
    child.once("exit", (code) => {
      clearTimeout(limit)
      running.delete(child)
      signal(child, "SIGKILL")
      resolve({ code, timedOut })
    })
  })
}

/** Ends whatever runs now, and lets nothing start any more. */
export function endRunning(): void {
  closed = true
  running.forEach(endGroup)
}

function endGroup(child: ChildProcess): void {
  signal(child, "SIGTERM")
  const force = setTimeout(() => signal(child, "SIGKILL"), GRACE_SECONDS * 1000)
  child.once("exit", () => clearTimeout(force))
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return
  }
  if (process.platform === "win32") {
    child.kill(name)
    return
  }
  try {
    process.kill(-child.pid, name)
  } catch (error) {
    // ESRCH: the whole group has ended, which is what we want.
    if (!(
      error instanceof Error &&
      "code" in error &&
      error.code === "ESRCH"
    )) {
      throw error
    }
  }
}
