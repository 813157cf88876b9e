import { MedusaError } from "@medusajs/framework/utils"

import { parseOptions } from "../../../options"
import type { StoreTraits } from "../parts/data"

/** Where the store is and how it is reached. */
export type StoreSettings = {
  url: string
  /** TLS as the shop set it for its own database; else what the URL says. */
  ssl: boolean | Record<string, unknown> | undefined
  poolSize: number
}

/** The connection that Medusa hands to every module. */
type SharedDatabase = {
  clientUrl?: string
  driverOptions?: DriverOptions
}
type DriverOptions = {
  connection?: { ssl?: boolean | Record<string, unknown> }
}

/** The part of Medusa's resolved configuration that the store goes by. */
export type ShopConfig = {
  projectConfig?: {
    databaseUrl?: string
    databaseDriverOptions?: DriverOptions
    workerMode?: string
  }
}

/**
 * Finds the store: its own server when the option `activity.databaseUrl` names
 * one, else the shop's database as Medusa resolved it. The environment is not
 * read here: under a test runner it names the developer's database.
 *
 * @param options - of the module, as Medusa hands them over
 * @throws MedusaError INVALID_ARGUMENT for wrong options, INVALID_DATA without any database
 */
export function storeSettings(
  options: Record<string, unknown> | undefined,
  config: ShopConfig | undefined
): StoreSettings {
  const { databaseUrl, poolSize } = ownOptions(options).activity
  const shared = (options?.database ?? {}) as SharedDatabase
  if (databaseUrl) {
    return { url: databaseUrl, ssl: undefined, poolSize }
  }
  const url = shared.clientUrl ?? config?.projectConfig?.databaseUrl
  if (!url) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The activity store has no database: set DATABASE_URL, or ACTIVITY_DATABASE_URL for a server of its own"
    )
  }
  const driver =
    config?.projectConfig?.databaseDriverOptions ?? shared.driverOptions
  return { url, ssl: driver?.connection?.ssl, poolSize }
}

/**
 * What else the store's parts go by.
 *
 * @throws MedusaError INVALID_ARGUMENT for wrong options
 */
export function storeTraits(
  options: Record<string, unknown> | undefined
): StoreTraits {
  const { timeZone, activity } = ownOptions(options)
  return { timeZone, poolSize: activity.poolSize }
}

/**
 * The Redis that events wait in; null when they go to the store at once.
 *
 * @throws MedusaError INVALID_ARGUMENT for wrong options
 */
export function bufferSettings(
  options: Record<string, unknown> | undefined
): { redisUrl: string; maxLength: number } | null {
  const { redisUrl, activity } = ownOptions(options)
  return activity.buffer === "redis" && redisUrl
    ? { redisUrl, maxLength: activity.bufferLength }
    : null
}

/** Medusa puts the shared connection beside the module's own options. */
function ownOptions(options: Record<string, unknown> | undefined) {
  const { database: _database, ...own } = options ?? {}
  return parseOptions(own)
}
