import type { ChildProcess } from "node:child_process"

import { SetupError } from "../postgres"
import { spawnGuarded, stopChild } from "../start/child"
import { nextOf } from "./build"
import { storefrontEnvironment, type StorefrontSettings } from "./settings"

const READY_MS = 60_000
const POLL_MS = 100

/**
 * Serves a built storefront and waits until it answers.
 *
 * @param app - what `buildStorefront` answered
 * @throws SetupError when it ends first or takes too long
 */
export async function serveStorefront(
  app: string,
  settings: StorefrontSettings,
  output: "inherit" | "pipe",
  signal: AbortSignal
): Promise<ChildProcess> {
  const child = spawnGuarded(
    {
      args: [nextOf(app), "start", "--port", String(settings.port)],
      cwd: app,
      env: storefrontEnvironment(settings, process.env),
    },
    output
  )
  try {
    await untilServing(child, settings.port, signal)
    return child
  } catch (error) {
    await stopChild(child)
    throw error
  }
}

async function untilServing(
  child: ChildProcess,
  port: number,
  signal: AbortSignal
): Promise<void> {
  const end = Date.now() + READY_MS
  while (!(await answers(port))) {
    signal.throwIfAborted()
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new SetupError(
        "The storefront ended before it could serve: the reason is in the lines above."
      )
    }
    if (Date.now() > end) {
      throw new SetupError(
        `The storefront did not answer on port ${port} within ${READY_MS / 1000} seconds.`
      )
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const { ok } = await fetch(`http://127.0.0.1:${port}/icon.svg`)
    return ok
  } catch {
    // Not listening yet: the caller asks again.
    return false
  }
}
