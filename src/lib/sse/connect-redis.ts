import { loadIoredis } from "../redis/load-ioredis"
import { SseHubOptions } from "./types"

const COMMAND_TIMEOUT_MS = 2000
/** ioredis waits so long for a connection it is closing, reached or not. */
const DISCONNECT_TIMEOUT_MS = 250

/**
 * Connects a hub to Redis.
 *
 * @throws IoredisMissing when the package is not installed
 */
export function connectRedis(
  redisUrl: string
): Required<Pick<SseHubOptions, "redis" | "namespace">> {
  const { Redis } = loadIoredis()
  const redis = new Redis(redisUrl, {
    connectionName: "cornerstore-sse",
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
  })
  return { redis, namespace: databaseOf(redisUrl) }
}

/** Two shops on one Redis server use two of its databases; pub/sub knows only one space. */
function databaseOf(redisUrl: string): string {
  return /^rediss?:\/\/[^/]*\/(\d+)/.exec(redisUrl)?.[1] ?? "0"
}
