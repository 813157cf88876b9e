import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import Redis from "ioredis"

import { freePort } from "../../scripts/postgres"
import { findOnPath } from "../../scripts/test/services/packages"

// `npm test` sees to it that there is a Redis wherever this file is imported.
import "./redis"
import { waitFor } from "./wait-for"

export type OwnRedis = {
  url: string
  /** For questions of the test; it comes back by itself after an outage. */
  admin: Redis
  /** Starts it again on what it had on disk, unless it is running. */
  start(): Promise<void>
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>
  /** Ends it and removes what it had. */
  remove(): Promise<void>
}

/**
 * A Redis of this suite alone that may be killed and comes back with what it
 * acknowledged, set up as the buffer of events wants it.
 *
 * @param settings - more of its settings, or others
 */
export async function startOwnRedis(
  settings: Record<string, string> = {}
): Promise<OwnRedis> {
  const program = findOnPath(["redis-server", "valkey-server"])
  if (!program) {
    throw new Error("redis-server is not on PATH")
  }
  const port = await freePort()
  const folder = await mkdtemp(path.join(tmpdir(), "cornerstore-own-redis-"))
  const words = Object.entries({
    port: String(port),
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "yes",
    appendfsync: "always",
    ...settings,
  }).flatMap(([name, value]) => [`--${name}`, value])
  const url = `redis://127.0.0.1:${port}`
  const admin = new Redis(url, { lazyConnect: true })
  // An outage is what these suites are about.
  admin.on("error", () => undefined)
  let child: ChildProcess | undefined

  const isRunning = () =>
    child && child.exitCode === null && child.signalCode === null
  const kill = async () => {
    if (child && isRunning()) {
      const ended = once(child, "exit")
      child.kill("SIGKILL")
      await ended
    }
  }
  const start = async () => {
    if (isRunning()) {
      return
    }
    child = spawn(program, words, { stdio: "ignore" })
    await waitFor("Redis to answer", () => answers(port))
  }
  await start()
  await admin.connect()
  return {
    url,
    admin,
    start,
    kill,
    remove: async () => {
      admin.disconnect()
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(port: number): Promise<true | null> {
  const client = new Redis(port, "127.0.0.1", {
    lazyConnect: true,
    retryStrategy: null,
  })
  client.on("error", () => undefined)
  try {
    await client.connect()
    await client.ping()
    return true
  } catch {
    return null
  } finally {
    client.disconnect()
  }
}
