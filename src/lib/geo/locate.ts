import { Logger } from "@medusajs/framework/types"

import { getCurrentOptions } from "../current-options"
import { GeoDatabase } from "./geo-database"
import { Place } from "./place"

let database: { path: string; file: GeoDatabase } | undefined

/**
 * The shop's file of places.
 *
 * @returns null when the option `geo.databasePath` names none
 */
export function geoDatabase(
  logger: Pick<Logger, "warn"> = console
): GeoDatabase | null {
  const path = getCurrentOptions().geo.databasePath
  if (!path) {
    return null
  }
  if (database?.path !== path) {
    database = { path, file: new GeoDatabase(path, logger) }
  }
  return database.file
}

/**
 * Where an address is used, by the file that the option `geo.databasePath`
 * names; null without one, and until it has been read. Never asks the network
 * and never waits, so that a request may use it.
 *
 * @param ip - IPv4 or IPv6, of the request; it is neither kept nor logged
 */
export function locate(
  ip: string | undefined,
  logger?: Pick<Logger, "warn">
): Place | null {
  return ip ? (geoDatabase(logger)?.locate(ip) ?? null) : null
}
