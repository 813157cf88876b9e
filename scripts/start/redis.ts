import { connect } from "node:net"

import { errorCode, SetupError } from "../postgres"

const PATIENCE_MS = 5_000
const DEFAULT_PORT = 6379

/**
 * Makes sure that something answers where Redis should be: Medusa itself would
 * try again and again without an end.
 *
 * @throws SetupError that names host and port, never the password
 */
export async function checkRedis(url: string): Promise<void> {
  const { host, port } = parseRedisUrl(url)
  const problem = await tryConnect(host, port)
  if (problem) {
    throw new SetupError(
      `No Redis answers at ${host}:${port} (${problem}): start it, correct REDIS_URL, or leave REDIS_URL out to run without Redis.`
    )
  }
}

/**
 * @throws SetupError when it is no Redis URL
 */
export function parseRedisUrl(url: string): { host: string; port: number } {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^rediss?:$/.test(parsed.protocol)) {
    throw new SetupError(
      "REDIS_URL is not a Redis URL: it looks like redis://localhost:6379."
    )
  }
  return {
    host: parsed.hostname || "localhost",
    port: Number(parsed.port) || DEFAULT_PORT,
  }
}

/** @returns why there is no connection, or undefined when there is one */
function tryConnect(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS })
    const end = (problem?: string) => {
      socket.destroy()
      resolve(problem)
    }
    socket.once("connect", () => end())
    socket.once("timeout", () => end("no answer"))
    socket.once("error", (error) => end(errorCode(error) ?? error.message))
  })
}
