import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ApiKeyType,
  ContainerRegistrationKeys,
  Modules,
} from "@medusajs/framework/utils"

import { CollectorPath, readPath } from "../../collector/calls"
import { Collector } from "../../collector/collector"
import { countryOf } from "../../collector/consent/country-of"
import { SettingsCache } from "../../collector/consent/settings-cache"
import { SourceKeys } from "../../collector/source-keys"
import { getCurrentOptions } from "../../lib/current-options"
import { locate } from "../../lib/geo"
import { ACTIVITY_MODULE } from "../../modules/activity"
import ActivityModuleService from "../../modules/activity/service"

/** Where the routes below this folder are served. */
export const COLLECT_PREFIX = "/collect"

const collector = new Collector()
const keys = new SourceKeys()
let settings: SettingsCache | undefined

/** Serves the collector's paths below `/collect`. */
export async function serveCollect(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const path = readPath(req.path.slice(COLLECT_PREFIX.length))
  if (!path) {
    res.status(404).json({ type: "not_found", message: "No such call" })
    return
  }
  await serve(req, res, path, COLLECT_PREFIX)
}

/** Serves the same paths at the root; every other path is the shop's. */
export async function serveCollectAtRoot(
  req: MedusaRequest,
  res: MedusaResponse,
  next: () => void
): Promise<void> {
  const path = readPath(req.path)
  if (!path) {
    next()
    return
  }
  await serve(req, res, path, "")
}

async function serve(
  req: MedusaRequest,
  res: MedusaResponse,
  path: CollectorPath,
  prefix: string
): Promise<void> {
  // A beacon carries the cookies of whoever is logged in. No session is read
  // here, and none is to be written with each event.
  req.session = undefined
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const activity = req.scope.resolve<ActivityModuleService>(ACTIVITY_MODULE)
  const known = (settings ??= new SettingsCache(() =>
    activity.retrieveCollectorSettings()
  ))
  const { countryHeader } = getCurrentOptions().geo
  await collector.handle(req, res, path, {
    store: activity.eventSink(),
    choices: activity,
    findSource: (writeKey) =>
      keys.find(writeKey, (token) => findPublishableKey(req, token)),
    settings: () => known.get(),
    countryOf: ({ headers }) =>
      countryOf(headers, {
        countryHeader,
        locate: () => locate(req.ip, logger),
      }),
    logger,
    publicUrl: `${getCurrentOptions().backendUrl}${prefix}`,
  })
}

/** Id of a publishable key that was not revoked. */
async function findPublishableKey(
  req: MedusaRequest,
  token: string
): Promise<string | null> {
  const [key] = await req.scope
    .resolve(Modules.API_KEY)
    .listApiKeys(
      { token, type: ApiKeyType.PUBLISHABLE },
      { select: ["id", "revoked_at"], take: 1 }
    )
  const isRevoked = key?.revoked_at && new Date(key.revoked_at) <= new Date()
  return key && !isRevoked ? key.id : null
}
