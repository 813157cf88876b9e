import type { Redis } from "ioredis"

import { loadIoredis } from "../redis/load-ioredis"

/** A Redis that does not answer for so long is taken as lost, in ms. */
const COMMAND_TIMEOUT_MS = 3_000
const CONNECT_TIMEOUT_MS = 3_000
/** ioredis waits so long for a connection it is closing, reached or not. */
const DISCONNECT_TIMEOUT_MS = 250

/**
 * Two connections to Redis: one to append, one to read, which blocks. Both come
 * back by themselves; until then commands fail at once instead of waiting, so
 * that whoever sends them can say so.
 *
 * @param onError - a connection was lost or could not be made
 * @throws IoredisMissing when the package is not installed
 */
export function connectStream(
  redisUrl: string,
  onError: (error: Error) => void
): { writer: Redis; reader: Redis } {
  const { Redis } = loadIoredis()
  const connect = (purpose: string) =>
    new Redis(redisUrl, {
      connectionName: `cornerstore-stream-${purpose}`,
      connectTimeout: CONNECT_TIMEOUT_MS,
      commandTimeout: COMMAND_TIMEOUT_MS,
      disconnectTimeout: DISCONNECT_TIMEOUT_MS,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      enableAutoPipelining: purpose === "append",
    }).on("error", onError)
  return { writer: connect("append"), reader: connect("move") }
}
