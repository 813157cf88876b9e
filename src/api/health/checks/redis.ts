import type { Redis } from "ioredis"

import RuntimeModuleService from "../../../modules/runtime/service"
import { Check, Finding } from "./run-check"

/**
 * Redis when it is configured, else the rule that takes its place: one process
 * alone.
 */
export const redisCheck = (
  redisUrl: string | undefined,
  runtime: Pick<RuntimeModuleService, "lockState">
): Check => ({
  name: "redis",
  run: async () =>
    redisUrl ? ping(redisUrl) : withoutRedis(runtime.lockState),
})

export function withoutRedis(lock: RuntimeModuleService["lockState"]): Finding {
  switch (lock) {
    case "taken":
      return {
        status: "down",
        message:
          "Another process serves this database too; stop one of the two or set REDIS_URL",
      }
    case "lost":
      return {
        status: "degraded",
        message: "Taking the single-process lock again",
      }
    default:
      return {
        status: "off",
        message: "Not configured: one process serves the shop",
      }
  }
}

let client: Promise<Redis> | undefined

async function ping(redisUrl: string): Promise<Finding> {
  client ??= connect(redisUrl)
  await (await client).ping()
  return { status: "ok", message: "Answers", timed: true }
}

/**
 * One idle connection for the life of the process. ioredis is loaded only when
 * Redis is used: it is an optional peer.
 */
async function connect(redisUrl: string): Promise<Redis> {
  const { Redis } = await import("ioredis")
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: 1_500,
    commandTimeout: 1_500,
    maxRetriesPerRequest: 0,
  })
  // The failed ping reports it; without a listener it would end the process.
  redis.on("error", () => undefined)
  return redis
}
