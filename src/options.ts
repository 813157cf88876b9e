import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"

import { isIanaZone } from "./lib/iana-zone"

export const DEFAULT_BACKEND_URL = "http://localhost:9000"

const encryptionKeySchema = z
  .object({
    /** Short name stored beside each ciphertext, so that keys can be rotated. */
    id: z.string().regex(/^[a-z0-9_-]{1,32}$/i, "letters, digits, - and _"),
    /** 32 random bytes, base64. `openssl rand -base64 32` makes one. */
    key: z
      .string()
      .refine(
        (value) => Buffer.from(value, "base64").length === 32,
        "must be 32 bytes in base64 (make one with: openssl rand -base64 32)"
      ),
  })
  .strict()

/**
 * The one options object of the plugin, one namespace per context.
 *
 * Only what an operator decides at deployment belongs here; what the owner
 * would change (districts, windows, connections) lives in the database and is
 * edited in the dashboard.
 */
export const cornerstoreOptionsSchema = z
  .object({
    /**
     * Register our composed handlers on Medusa's workflow hooks. Medusa takes
     * one handler per hook and process: a host with its own handler switches
     * this off and calls the exported functions itself.
     * @default true
     */
    registerHooks: z.boolean().default(true),
    /**
     * IANA zone in which windows, cut-offs and days are meant.
     * @default "UTC"
     */
    timeZone: z
      .string()
      .refine(isIanaZone, "must be an IANA zone such as Europe/Berlin")
      .default("UTC"),
    /**
     * Public URL of the server, used in links sent to customers.
     * @default "http://localhost:9000"
     */
    backendUrl: z.url().default(DEFAULT_BACKEND_URL),
    /**
     * Redis for live fan-out between processes. Without it one process serves
     * the shop and a second one refuses to start.
     */
    redisUrl: z.string().min(1).optional(),
    encryption: z
      .object({
        /** First key encrypts; all of them decrypt. */
        keys: z.array(encryptionKeySchema).min(1),
      })
      .strict()
      .optional(),
    activity: z
      .object({
        /**
         * Postgres that holds the activity store. Left out, the store lies in
         * the shop's own database, in the schema `activity`.
         * @default ACTIVITY_DATABASE_URL
         */
        databaseUrl: z.string().min(1).optional(),
        /**
         * Connections to the activity store per process, beside Medusa's own.
         * @default 5
         */
        poolSize: z.int().min(1).max(50).default(5),
        /**
         * Answer event collection at the server's root (`/v1/batch`) as well as
         * under `/collect`. Off, because the root belongs to the shop.
         * @default false
         */
        collectAtRoot: z.boolean().default(false),
        /**
         * Where events wait for the store. `direct`: clients are answered when
         * the store has them. `redis`: when a Redis Stream has them, from which
         * they are moved; needs `redisUrl`, and a Redis that keeps what it
         * acknowledges (`appendonly yes`, `appendfsync always`, `noeviction`).
         * @default ACTIVITY_BUFFER, or "direct"
         */
        buffer: z.enum(["direct", "redis"]).default("direct"),
        /**
         * Requests that may wait in the Redis Stream; those after are asked to
         * come again. A request has at most 500 KB, a single event about 1 KB.
         * @default 100000
         */
        bufferLength: z.int().min(1).max(10_000_000).default(100_000),
      })
      .strict()
      .prefault({}),
    geo: z
      .object({
        /**
         * File of places by IP address in MaxMind's format (`.mmdb`, GeoLite2
         * City or Country), on this machine. With it log-ins and visits have a
         * coarse place; nobody is asked over the network.
         * @default CORNERSTORE_GEO_DATABASE
         */
        databasePath: z.string().min(1).optional(),
        /**
         * Header in which a proxy of yours says the visitor's country, such as
         * `cf-ipcountry`, `x-vercel-ip-country` or `cloudfront-viewer-country`.
         * Only where every request comes through that proxy: anybody else can
         * write what he likes there.
         * @default CORNERSTORE_COUNTRY_HEADER
         */
        countryHeader: z
          .string()
          .regex(/^[a-z0-9-]+$/i, "must be the name of a header")
          .toLowerCase()
          .optional(),
      })
      .strict()
      .prefault({}),
    delivery: z
      .object({
        /**
         * How long a chosen slot is kept for a cart, in minutes.
         * @default 15
         */
        holdMinutes: z.int().min(1).max(240).default(15),
        /**
         * How many days ahead dated slots are made from weekly windows.
         * @default 21
         */
        horizonDays: z.int().min(1).max(180).default(21),
        /**
         * How long a tracking link works after its slot ended, in days.
         * @default 14
         */
        trackingDays: z.int().min(1).max(365).default(14),
        /**
         * How long a driver's link works after the last slot of its route
         * ended, in hours.
         * @default 12
         */
        driverLinkHours: z.int().min(1).max(72).default(12),
        /**
         * Where routes begin and end, in degrees, when no stock location has
         * `lat` and `lng` in the metadata of its address.
         */
        depot: z
          .object({
            lat: z.number().min(-90).max(90),
            lng: z.number().min(-180).max(180),
          })
          .strict()
          .optional(),
      })
      .strict()
      .prefault({}),
  })
  .strict()
  .refine(
    ({ activity, redisUrl }) => activity.buffer === "direct" || redisUrl,
    {
      path: ["activity", "buffer"],
      message: "is redis, which needs redisUrl (REDIS_URL)",
    }
  )

/** What a shop writes. */
export type CornerstoreOptionsInput = z.input<typeof cornerstoreOptionsSchema>
/** What the code reads: validated, defaults filled in. */
export type CornerstoreOptions = z.output<typeof cornerstoreOptionsSchema>

/**
 * Validates plugin options.
 *
 * @param input - the options as written in `medusa-config`
 * @throws MedusaError INVALID_ARGUMENT naming every wrong field and what it should be
 */
export function parseOptions(input: unknown): CornerstoreOptions {
  const parsed = cornerstoreOptionsSchema.safeParse(input ?? {})
  if (parsed.success) {
    return parsed.data
  }
  const fields = parsed.error.issues
    .map(
      (issue) => `  ${issue.path.join(".") || "(options)"}: ${issue.message}`
    )
    .join("\n")
  throw new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-plugin-cornerstore: wrong options in medusa-config\n${fields}`
  )
}
