import { z } from "@medusajs/framework/zod"

import { isIanaZone } from "../../lib/iana-zone"

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .refine(
      (value) => value >= least && value <= most,
      `must be between ${least} and ${most}`
    )

const url = (protocols: string) =>
  z.string().refine(
    (value) => new RegExp(`^(${protocols}):$`).test(protocolOf(value)),
    `must begin with ${protocols
      .split("|")
      .map((protocol) => `${protocol}://`)
      .join(" or ")}`
  )

/** What the process reads from its environment. */
const environmentSchema = z.object({
  /** Postgres that holds the activity store; else that of `DATABASE_URL`. */
  ACTIVITY_DATABASE_URL: url("postgres|postgresql").optional(),
  DATABASE_URL: url("postgres|postgresql").optional(),
  /** Port to listen on; 0 takes a free one. */
  PORT: whole(0, 65_535).default(9_001),
  /** Address to listen on; left out, all of the machine's. */
  HOST: z.string().optional(),
  /** Public address, which clients that ask for their settings are told. */
  COLLECTOR_URL: url("http|https").optional(),
  /** Connections to the store per process. */
  COLLECTOR_POOL_SIZE: whole(1, 50).default(5),
  /** Processes that share the port. */
  COLLECTOR_PROCESSES: whole(1, 64).default(1),
  /** Proxies of yours that each request comes through. */
  COLLECTOR_TRUST_PROXY: whole(0, 10).default(0),
  /** As in the shop, whose days events without consent are counted by. */
  CORNERSTORE_TIME_ZONE: z
    .string()
    .refine(isIanaZone, "must be an IANA zone such as Europe/Berlin")
    .default("UTC"),
  /** File of places by IP address in MaxMind's format. */
  CORNERSTORE_GEO_DATABASE: z.string().optional(),
  /** Header in which a proxy of yours says the visitor's country. */
  CORNERSTORE_COUNTRY_HEADER: z
    .string()
    .regex(/^[a-z0-9-]+$/i, "must be the name of a header")
    .toLowerCase()
    .optional(),
  /** Where events wait for the store. */
  ACTIVITY_BUFFER: z.enum(["direct", "redis"]).default("direct"),
  /** Requests that may wait in the Redis Stream. */
  ACTIVITY_BUFFER_LENGTH: whole(1, 10_000_000).default(100_000),
  REDIS_URL: url("redis|rediss").optional(),
})

/** How a collector in a process of its own is set up. */
export type CollectorProcessSettings = {
  databaseUrl: string
  poolSize: number
  processes: number
  port: number
  host: string | undefined
  /** Null: whatever it listens on, as `localhost`. */
  publicUrl: string | null
  trustedProxies: number
  timeZone: string
  geoDatabasePath: string | undefined
  countryHeader: string | undefined
  buffer: { redisUrl: string; maxLength: number } | null
}

/** The environment does not say what is needed, or says it wrongly. */
export class WrongSettings extends Error {
  override name = "WrongSettings"
}

/**
 * Reads the settings of a collector's process; an empty variable is none.
 *
 * @throws WrongSettings naming every variable that is wrong or missing
 */
export function readSettings(
  environment: NodeJS.ProcessEnv
): CollectorProcessSettings {
  const given = Object.entries(environment).filter(([, value]) => value?.trim())
  const parsed = environmentSchema.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    throw new WrongSettings(
      parsed.error.issues
        .map(({ path, message }) => `${path.join(".")}: ${message}`)
        .join("\n")
    )
  }
  const env = parsed.data
  const databaseUrl = env.ACTIVITY_DATABASE_URL ?? env.DATABASE_URL
  if (!databaseUrl) {
    throw new WrongSettings(
      "ACTIVITY_DATABASE_URL: is not set, nor is DATABASE_URL: name the Postgres that holds the activity store"
    )
  }
  return {
    databaseUrl,
    poolSize: env.COLLECTOR_POOL_SIZE,
    processes: env.COLLECTOR_PROCESSES,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.COLLECTOR_URL?.replace(/\/+$/, "") ?? null,
    trustedProxies: env.COLLECTOR_TRUST_PROXY,
    timeZone: env.CORNERSTORE_TIME_ZONE,
    geoDatabasePath: env.CORNERSTORE_GEO_DATABASE,
    countryHeader: env.CORNERSTORE_COUNTRY_HEADER,
    buffer: bufferOf(env),
  }
}

function bufferOf({
  ACTIVITY_BUFFER,
  ACTIVITY_BUFFER_LENGTH,
  REDIS_URL,
}: z.output<typeof environmentSchema>): CollectorProcessSettings["buffer"] {
  if (ACTIVITY_BUFFER === "direct") {
    return null
  }
  if (!REDIS_URL) {
    throw new WrongSettings(
      "REDIS_URL: is not set, but ACTIVITY_BUFFER is redis: name the Redis that events wait in"
    )
  }
  return { redisUrl: REDIS_URL, maxLength: ACTIVITY_BUFFER_LENGTH }
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ""
}
