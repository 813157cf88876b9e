import type { ChildProcess } from "node:child_process"
import { mkdir } from "node:fs/promises"

import { isPortFree, SetupError } from "../postgres"
import { exitCode, spawnGuarded } from "./child"
import type { StartContext } from "./context"

/** How long the shop may take until it answers. */
const READY_MS = 180_000
const POLL_MS = 150

/**
 * @throws SetupError when another program has the port
 */
export async function requirePort(port: number): Promise<void> {
  // Medusa listens on every address: each of them has to be free.
  const free = await Promise.all(
    ["0.0.0.0", "127.0.0.1"].map((host) => isPortFree(port, host))
  )
  if (free.includes(false)) {
    throw new SetupError(
      `Port ${port} is taken by another program: stop that one, or start on another port with PORT=${port + 100} npm start.`
    )
  }
}

/** Starts the shop, built or from source; its output goes to this terminal. */
export async function serve(
  { paths, env, settings, medusa }: StartContext,
  dev: boolean
): Promise<ChildProcess> {
  await mkdir(paths.uploads, { recursive: true })
  const port = ["--port", String(settings.port)]
  return spawnGuarded(
    dev
      ? {
          args: [medusa, "develop", "--no-lint", ...port],
          cwd: paths.root,
          env: { ...env, NODE_ENV: "development" },
        }
      : {
          args: [medusa, "start", ...port],
          cwd: paths.app,
          env: { ...env, NODE_ENV: "production" },
        },
    "inherit"
  )
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
    if (child.exitCode !== null || child.signalCode !== null) {
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
  { database, signal }: StartContext
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
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

async function answers(port: number): Promise<boolean> {
  try {
    const { ok } = await fetch(`http://127.0.0.1:${port}/health`)
    return ok
  } catch {
    // Not listening yet: the caller asks again.
    return false
  }
}
