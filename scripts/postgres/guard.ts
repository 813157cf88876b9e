import { spawn } from "node:child_process"

import type { SystemUser } from "./system-user"

/**
 * A shell that waits for the end of this process, however it ends (also by
 * kill -9), and then asks the server to stop. It notices by its standard input,
 * which the system closes with us.
 *
 * @returns ends the guard once the server has stopped by itself
 */
export function guardServer(pid: number, user: SystemUser): () => void {
  if (process.platform === "win32") {
    // No POSIX shell: a server left behind is stopped by the next start.
    return () => undefined
  }
  const script = `read -r _; kill -INT ${pid} 2>/dev/null`
  const child = spawn("/bin/sh", ["-c", script], {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  })
  // Not being able to guard must not stop the database from serving.
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
