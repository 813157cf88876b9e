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
  run: async () => {
    if (!redisUrl) {
      return withoutRedis(runtime.lockState)
    }
    return runtime.lockState === "taken"
      ? {
          status: "down",
          message:
            "A process without REDIS_URL serves this database too; stop it or give it the same REDIS_URL",
        }
      : ping(redisUrl)
  },
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
        message: "Taking the process lock again",
      }
    default:
      return {
        status: "off",
        message: "Not configured: one process serves the shop",
      }
  }
}

/**
 * A fresh connection each time: nothing to keep, and proof that a new process
 * could connect too. ioredis is loaded only when Redis is used, as it is an
 * optional peer.
 */
async function ping(redisUrl: string): Promise<Finding> {
  const { Redis } = await import("ioredis")
  const redis = new Redis(redisUrl, {
    connectionName: "cornerstore-health",
    lazyConnect: true,
    connectTimeout: 1_500,
    commandTimeout: 1_500,
    disconnectTimeout: 250,
    retryStrategy: () => null,
  })
  let reason: Error | undefined
  // Without a listener ioredis prints; `connect` alone only says "closed".
  redis.on("error", (error: Error) => (reason = error))
  try {
    await redis.connect()
    await redis.ping()
    return { status: "ok", message: "Answers", timed: true }
  } catch (error) {
    throw reason ?? error
  } finally {
    redis.disconnect()
  }
}
