import { createRequire } from "node:module"

import { MedusaError } from "@medusajs/framework/utils"

import { SseHubOptions } from "./types"

const COMMAND_TIMEOUT_MS = 2000
/** ioredis waits so long for a connection it is closing, reached or not. */
const DISCONNECT_TIMEOUT_MS = 250

/**
 * Connects a hub to Redis. ioredis is an optional peer, of Medusa too, so it is
 * loaded only when it is needed.
 *
 * @throws MedusaError UNEXPECTED_STATE when the package is not installed
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

function loadIoredis(): typeof import("ioredis") {
  try {
    const load = createRequire(__filename)
    return load("ioredis") as typeof import("ioredis")
  } catch (cause) {
    const error = new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "options.redisUrl is set, but the package ioredis cannot be loaded: npm install ioredis@^5.4.1"
    )
    error.cause = cause
    throw error
  }
}

/** Two shops on one Redis server use two of its databases; pub/sub knows only one space. */
function databaseOf(redisUrl: string): string {
  return /^rediss?:\/\/[^/]*\/(\d+)/.exec(redisUrl)?.[1] ?? "0"
}
