import { logger } from "@medusajs/framework/logger"

import { getCurrentOptions } from "../current-options"
import { connectRedis } from "./connect-redis"
import { createSseHub } from "./hub"
import { SseHub } from "./types"

let hub: SseHub | undefined

/**
 * The hub of this process, made at first use: with `options.redisUrl` it reaches
 * the clients of all processes, without it those of this one.
 *
 * @throws MedusaError UNEXPECTED_STATE when the plugin is not loaded;
 *   IoredisMissing when Redis is configured and the package is not installed
 */
export function getSseHub(): SseHub {
  if (!hub) {
    const { redisUrl } = getCurrentOptions()
    hub = createSseHub({
      logger,
      ...(redisUrl ? connectRedis(redisUrl) : {}),
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
