import {
  InputConfig,
  InputConfigWithArrayModules,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { CornerstoreOptionsInput, DEFAULT_BACKEND_URL } from "./options"

type NamedEntry = {
  key?: string
  resolve?: unknown
  options?: Record<string, unknown>
  disable?: boolean
}
type ProviderEntry = {
  resolve: string
  id: string
  options?: Record<string, unknown>
  is_default?: boolean
}

/** Our modules, in the order they are registered. */
export const MODULE_NAMES = [
  "runtime",
  "activity",
  "audit",
  "delivery",
  "loyalty_points",
  "pos",
] as const

const PACKAGE_NAME = "medusa-plugin-cornerstore"
const MANUAL_FULFILLMENT: ProviderEntry = {
  resolve: "@medusajs/medusa/fulfillment-manual",
  id: "manual",
}

export type WithCornerstoreSettings = {
  /**
   * Folder of the plugin's source when the shop lives in the plugin's own
   * repository (`"./src"`). Leave it out in a shop that installed the package.
   */
  source?: string
}

/**
 * Merges Cornerstore into a shop's configuration. Give the result to Medusa's
 * `defineConfig`:
 *
 * @example
 * ```ts
 * module.exports = defineConfig(
 *   withCornerstore({ projectConfig: { ... } }, { timeZone: "Europe/Berlin" })
 * )
 * ```
 *
 * It adds the plugin, the delivery and the cash provider (next to the shop's own
 * providers: naming a module replaces Medusa's default list), Medusa's Redis
 * modules when `REDIS_URL` or `options.redisUrl` is set, and a session cookie
 * that a browser accepts over the scheme the backend is served on. What the
 * shop has set itself is kept.
 *
 * @param config - the shop's configuration, as it would be given to `defineConfig`
 * @param options - plugin options, see `CornerstoreOptionsInput`
 *
 * Options are validated when Medusa loads our modules, not here: a build reads
 * the configuration without the secrets of the place it will run in.
 */
export function withCornerstore(
  config: InputConfig = {},
  options: CornerstoreOptionsInput = {},
  { source }: WithCornerstoreSettings = {}
): InputConfigWithArrayModules {
  const redisUrl = options.redisUrl ?? process.env.REDIS_URL
  const merged: CornerstoreOptionsInput = {
    backendUrl: process.env.MEDUSA_BACKEND_URL,
    encryption: encryptionFromEnvironment(process.env),
    ...options,
    activity: activityFromEnvironment(process.env, options.activity),
    geo: geoFromEnvironment(process.env, options.geo),
    ...(redisUrl ? { redisUrl } : {}),
  }
  const backendUrl = merged.backendUrl ?? DEFAULT_BACKEND_URL

  let modules = toEntries(config.modules)
  if (source) {
    modules = [...ownModules(source, merged), ...modules]
  }
  modules = withProviders(modules, source ?? PACKAGE_NAME)
  if (redisUrl) {
    modules = withRedisModules(modules, redisUrl)
  }

  return {
    ...config,
    projectConfig: {
      ...config.projectConfig,
      ...(redisUrl
        ? { redisUrl: config.projectConfig?.redisUrl ?? redisUrl }
        : {}),
      cookieOptions: {
        // Medusa marks the session cookie Secure in production; over plain
        // http a browser then drops it and logging in fails without a message.
        secure: backendUrl.startsWith("https:"),
        ...config.projectConfig?.cookieOptions,
      },
      // `defineConfig` fills in what the shop leaves out.
    } as InputConfigWithArrayModules["projectConfig"],
    plugins: source
      ? config.plugins
      : [...(config.plugins ?? []), { resolve: PACKAGE_NAME, options: merged }],
    modules: modules as InputConfigWithArrayModules["modules"],
  }
}

/**
 * Reads `CORNERSTORE_ENCRYPTION_KEYS`: `id:base64` pairs separated by commas,
 * the first of which encrypts.
 */
export function encryptionFromEnvironment(
  env: NodeJS.ProcessEnv
): CornerstoreOptionsInput["encryption"] {
  const value = env.CORNERSTORE_ENCRYPTION_KEYS?.trim()
  if (!value) {
    return undefined
  }
  return {
    keys: value.split(",").map((pair) => {
      const [id = "", ...key] = pair.trim().split(":")
      return { id, key: key.join(":") }
    }),
  }
}

/**
 * Reads `ACTIVITY_DATABASE_URL` and `ACTIVITY_BUFFER`, unless the options say
 * so themselves. They are checked with the options.
 */
function activityFromEnvironment(
  env: NodeJS.ProcessEnv,
  own: CornerstoreOptionsInput["activity"]
): CornerstoreOptionsInput["activity"] {
  const databaseUrl = env.ACTIVITY_DATABASE_URL
  const buffer = env.ACTIVITY_BUFFER as "direct" | "redis" | undefined
  return databaseUrl || buffer
    ? {
        ...(databaseUrl ? { databaseUrl } : {}),
        ...(buffer ? { buffer } : {}),
        ...own,
      }
    : own
}

/** Reads `CORNERSTORE_GEO_DATABASE` and `CORNERSTORE_COUNTRY_HEADER` likewise. */
function geoFromEnvironment(
  env: NodeJS.ProcessEnv,
  own: CornerstoreOptionsInput["geo"]
): CornerstoreOptionsInput["geo"] {
  const databasePath = env.CORNERSTORE_GEO_DATABASE
  const countryHeader = env.CORNERSTORE_COUNTRY_HEADER
  return databasePath || countryHeader
    ? {
        ...(databasePath ? { databasePath } : {}),
        ...(countryHeader ? { countryHeader } : {}),
        ...own,
      }
    : own
}

function toEntries(modules: InputConfig["modules"]): NamedEntry[] {
  if (!modules) {
    return []
  }
  if (Array.isArray(modules)) {
    return [...modules] as NamedEntry[]
  }
  return Object.entries(modules).map(([key, value]) => ({
    key,
    ...(typeof value === "object"
      ? (value as NamedEntry)
      : { disable: !value }),
  }))
}

function ownModules(
  source: string,
  options: CornerstoreOptionsInput
): NamedEntry[] {
  return MODULE_NAMES.map((name) => ({
    resolve: `${source}/modules/${name}`,
    options,
  }))
}

/**
 * Our providers, by the Medusa module that takes them. Naming such a module
 * replaces Medusa's own entry with its list, which `preset` repeats; the system
 * payment provider is no entry of a list: Medusa always adds it.
 */
const providerModules: readonly {
  key: string
  names: RegExp
  resolve: string
  preset: ProviderEntry[]
  provider: string
}[] = [
  {
    key: Modules.FULFILLMENT,
    names: /^@medusajs\/(medusa\/)?fulfillment$/,
    resolve: "@medusajs/medusa/fulfillment",
    preset: [MANUAL_FULFILLMENT],
    provider: "district-delivery",
  },
  {
    key: Modules.PAYMENT,
    names: /^@medusajs\/(medusa\/)?payment$/,
    resolve: "@medusajs/medusa/payment",
    preset: [],
    provider: "cash-on-delivery",
  },
]

/** Adds our providers to those the shop has chosen. */
function withProviders(modules: NamedEntry[], from: string): NamedEntry[] {
  return providerModules.reduce(
    (result, { key, names, resolve, preset, provider }) => {
      const own = findModule(result, key, names)
      const chosen =
        (own?.options?.providers as ProviderEntry[] | undefined) ?? preset
      const entry: NamedEntry = {
        resolve,
        ...own,
        options: {
          ...own?.options,
          providers: [
            ...chosen,
            { resolve: `${from}/providers/${provider}`, id: provider },
          ],
        },
      }
      return own
        ? result.map((candidate) => (candidate === own ? entry : candidate))
        : [...result, entry]
    },
    modules
  )
}

/**
 * Medusa's Redis modules. `names` are those by which a shop may have named its
 * own choice for the same module, which is then kept.
 */
const redisModules = (redisUrl: string) => [
  {
    key: Modules.EVENT_BUS,
    names: /^@medusajs\/(medusa\/)?event-bus-/,
    resolve: "@medusajs/medusa/event-bus-redis",
    options: { redisUrl },
  },
  {
    key: Modules.WORKFLOW_ENGINE,
    names: /^@medusajs\/(medusa\/)?workflow-engine-/,
    resolve: "@medusajs/medusa/workflow-engine-redis",
    options: { redis: { redisUrl } },
  },
  {
    key: Modules.CACHE,
    names: /^@medusajs\/(medusa\/)?cache-/,
    resolve: "@medusajs/medusa/cache-redis",
    options: { redisUrl },
  },
  {
    key: Modules.LOCKING,
    names: /^@medusajs\/(medusa\/)?locking$/,
    resolve: "@medusajs/medusa/locking",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/locking-redis",
          id: "locking-redis",
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
]

function withRedisModules(
  modules: NamedEntry[],
  redisUrl: string
): NamedEntry[] {
  return redisModules(redisUrl).reduce(
    (result, { names, ...entry }) =>
      findModule(result, entry.key, names) ? result : [...result, entry],
    modules
  )
}

function findModule(
  modules: NamedEntry[],
  key: string,
  names: RegExp
): NamedEntry | undefined {
  return modules.find(
    (entry) =>
      entry.key === key ||
      (typeof entry.resolve === "string" && names.test(entry.resolve))
  )
}
