import type { ChildProcess } from "node:child_process"
import { createWriteStream, mkdirSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import path from "node:path"

import { freePort, isPortFree, SetupError } from "../postgres"
import { exitCode, spawnGuarded } from "./child"
import type { StartContext } from "./context"
import type { Paths } from "./paths"

export type Served = {
  child: ChildProcess
  /** Sends the shop's output to this terminal, on request from its beginning. */
  show(withPast?: boolean): void
}

/** How long the shop may take until it answers. */
const READY_MS = 180_000
const POLL_MS = 150

/**
 * @throws SetupError when another program has the port
 */
export async function requirePort(port: number): Promise<void> {
  // Medusa listens on every address. One after the other: the two collide.
  const free = (await isPortFree(port, "0.0.0.0")) && (await isPortFree(port))
  if (!free) {
    const other = await freePort(port < 60_000 ? port + 100 : 0)
    throw new SetupError(
      `Port ${port} is taken by another program: stop that one, or start on another port with PORT=${other} npm start.`
    )
  }
}

/**
 * Starts the shop, built or from source. What the built shop prints goes to a
 * log file and, once `show` was called, to this terminal too; a developer sees
 * everything.
 */
export async function serve(
  { paths, env, settings, medusa }: StartContext,
  dev: boolean
): Promise<Served> {
  await mkdir(paths.uploads, { recursive: true })
  const port = ["--port", String(settings.port)]
  if (dev) {
    const args = [medusa, "develop", "--no-lint", ...port]
    const development = { ...env, NODE_ENV: "development" }
    const command = { args, cwd: paths.root, env: development }
    return { child: spawnGuarded(command, "inherit"), show: () => undefined }
  }
  const args = [medusa, "start", ...port]
  const production = { ...env, NODE_ENV: "production" }
  const child = spawnGuarded({ args, cwd: paths.app, env: production }, "pipe")
  return { child, show: collectOutput(child, paths) }
}

/** @returns sends what follows to the terminal; `true` also what came before */
function collectOutput(child: ChildProcess, paths: Paths): Served["show"] {
  mkdirSync(paths.logs, { recursive: true })
  const log = createWriteStream(path.join(paths.logs, "app.log"))
  // A full disk must not end the shop for want of a log.
  log.on("error", () => undefined)
  let shown = false
  const before: Buffer[] = []
  const take = (chunk: Buffer) => {
    log.write(chunk)
    if (shown) {
      process.stdout.write(chunk)
    } else {
      before.push(chunk)
    }
  }
  child.stdout?.on("data", take)
  child.stderr?.on("data", take)
  return (withPast) => {
    if (withPast) {
      before.forEach((chunk) => process.stdout.write(chunk))
    }
    before.length = 0
    shown = true
  }
}

/**
 * Waits until the shop answers.
 *
 * @throws SetupError when it ends first or takes too long
 */
export async function waitUntilServing(
  child: ChildProcess,
  port: number,
  signal: AbortSignal
): Promise<void> {
  const end = Date.now() + READY_MS
  while (!(await answers(port))) {
    signal.throwIfAborted()
    if (hasEnded(child)) {
      throw new SetupError(
        "The shop ended before it could serve: the reason is in the lines above."
      )
    }
    if (Date.now() > end) {
      throw new SetupError(
        `The shop did not answer on port ${port} within ${READY_MS / 1000} seconds: see the lines above.`
      )
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/**
 * Resolves when the person stops the shop.
 *
 * @throws SetupError when the shop or its database ends by itself
 */
export async function untilStopped(
  child: ChildProcess,
  { database, signal }: Pick<StartContext, "database" | "signal">
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    // The signal may have come while the shop was opening.
    if (signal.aborted) {
      resolve()
    }
    signal.addEventListener("abort", () => resolve(), { once: true })
  })
  const died = exitCode(child).then((code) => {
    if (!signal.aborted) {
      throw new SetupError(
        `The shop ended by itself (exit code ${code}): the reason is in the lines above; npm start brings it back.`
      )
    }
  })
  const lost = database.server?.ended.then(() => {
    if (!signal.aborted) {
      throw new SetupError(
        `The database ended by itself: see ${database.server?.logFile}; npm start brings it back.`
      )
    }
  })
  await Promise.race([stopped, died, ...(lost ? [lost] : [])])
}

/** Ended and read to the end, so that its reason is on the terminal first. */
function hasEnded({ exitCode, signalCode, stdout }: ChildProcess): boolean {
  const exited = exitCode !== null || signalCode !== null
  return exited && (stdout?.readableEnded ?? true)
}

async function answers(port: number): Promise<boolean> {
  try {
    const { ok } = await fetch(`http://127.0.0.1:${port}/health`)
    return ok
  } catch {
    // Not listening yet: the caller asks again.
    return false
  }
}
