import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { freePort, SetupError } from "../../postgres"

import { findOnPath, howToInstall, installPackage } from "./packages"

export type RunningRedis = { url: string; stop(): Promise<void> }

const PROGRAMS = ["redis-server", "valkey-server"]
const START_SECONDS = 15

/**
 * Starts a Redis of our own on a free port, which keeps nothing on disk. A
 * Redis the system may be running is left alone.
 *
 * @throws SetupError when there is none and none can be installed
 */
export async function startRedis(
  say: (message: string) => void
): Promise<RunningRedis> {
  const program = findOnPath(PROGRAMS) ?? install(say)
  const port = await freePort()
  const folder = await mkdtemp(path.join(tmpdir(), "cornerstore-redis-"))
  const child = spawn(
    program,
    [
      ["--port", String(port)],
      ["--bind", "127.0.0.1"],
      ["--dir", folder],
      ["--save", ""],
      ["--appendonly", "no"],
      ["--databases", "64"],
    ].flat(),
    { stdio: ["ignore", "pipe", "pipe"] }
  )
  // Should this process be killed, nobody else would end the server.
  const kill = () => child.kill("SIGKILL")
  process.once("exit", kill)
  const stop = async () => {
    process.off("exit", kill)
    await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(child, program)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}

function install(say: (message: string) => void): string {
  const refused = installPackage("redis", say)
  const program = findOnPath(PROGRAMS)
  if (!program) {
    throw new SetupError(
      `Redis is needed and redis-server is not on PATH (${refused ?? "the package has no redis-server"}). Install it (${howToInstall("redis")}) or give a server of your own with CORNERSTORE_TEST_REDIS_URL.`
    )
  }
  return program
}

/** Redis writes one known line once it listens. */
function untilReady(child: ChildProcess, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ""
    const fail = (reason: string) =>
      reject(new SetupError(`${program} ${reason}. ${output.trim()}`))
    const timer = setTimeout(
      () => fail(`did not listen within ${START_SECONDS} s`),
      START_SECONDS * 1000
    )
    const listen = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-2000)
      if (/ready to accept connections/i.test(output)) {
        clearTimeout(timer)
        resolve()
      }
    }
    child.stdout?.on("data", listen)
    child.stderr?.on("data", listen)
    child.once("error", (error) => fail(`did not start: ${error.message}`))
    child.once("exit", (code) => {
      clearTimeout(timer)
      fail(`ended with code ${code}`)
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return
  }
  const ended = once(child, "exit")
  child.kill("SIGTERM")
  const timer = setTimeout(() => child.kill("SIGKILL"), 5000)
  await ended
  clearTimeout(timer)
}
