import { spawn } from "node:child_process"

import type { SystemUser } from "./system-user"

export type Guarded = {
  /** The process to end when this one has gone. */
  pid: number
  signal: "SIGINT" | "SIGTERM"
  /** End the whole process group that `pid` leads, by force if it takes long. */
  group?: boolean
  /** Who the process belongs to; empty means the current user. */
  user?: SystemUser
}

const PATIENCE_SECONDS = 10

/**
 * Leaves nothing behind: a shell that waits for the end of this process,
 * however it ends (also by kill -9), and then signals another one. It notices
 * by its standard input, which the system closes together with us.
 *
 * @returns ends the guard once the other process has ended by itself
 */
export function guard({ pid, signal, group, user }: Guarded): () => void {
  if (process.platform === "win32") {
    // No POSIX shell: what is left behind is stopped by the next start.
    return () => undefined
  }
  const end = (name: string) =>
    `kill -s ${name} -- ${group ? "-" : ""}${pid} 2>/dev/null`
  // What lost its database may wait for it for ever: it gets some time only.
  const script = `read -r _; ${end(signal.slice(3))}${
    group ? ` && sleep ${PATIENCE_SECONDS} && ${end("KILL")}` : ""
  }`
  const child = spawn("/bin/sh", ["-c", script], {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  })
  // Not being able to guard must not stop the shop from serving.
  child.once("error", () => undefined)
  child.stdin.on("error", () => undefined)
  child.unref()
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") {
    child.stdin.unref()
  }
  return () => {
    child.kill("SIGKILL")
  }
}
