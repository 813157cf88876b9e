import { createRequire } from "node:module"

import { logger } from "@medusajs/framework/logger"
import { MedusaError } from "@medusajs/framework/utils"

import { getCurrentOptions } from "../current-options"
import { createSseHub } from "./hub"
import { RedisLike, SseHub } from "./types"

const COMMAND_TIMEOUT_MS = 2000

let hub: SseHub | undefined

/**
 * The hub of this process, made at first use: with `options.redisUrl` it reaches
 * the clients of all processes, without it those of this one.
 *
 * @throws MedusaError UNEXPECTED_STATE when the plugin is not loaded, or Redis
 *   is configured and the package `ioredis` is not installed
 */
export function getSseHub(): SseHub {
  if (!hub) {
    const { redisUrl } = getCurrentOptions()
    hub = createSseHub({
      logger,
      ...(redisUrl
        ? { redis: connect(redisUrl), namespace: databaseOf(redisUrl) }
        : {}),
    })
  }
  return hub
}

/** Ends all streams of this process. Called when Medusa shuts down. */
export async function closeSseHub(): Promise<void> {
  const closing = hub
  hub = undefined
  await closing?.close()
}

/** An optional peer of Medusa too, so it is only asked for when it is needed. */
function connect(redisUrl: string): RedisLike {
  try {
    const load = createRequire(__filename)
    const { Redis } = load("ioredis") as typeof import("ioredis")
    return new Redis(redisUrl, {
      connectionName: "cornerstore-sse",
      commandTimeout: COMMAND_TIMEOUT_MS,
      maxRetriesPerRequest: 1,
    })
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
