import { MiddlewareRoute } from "@medusajs/framework/http"

import { CALL_NAMES } from "../../collector/calls"
import { POSTHOG_FIXED_PATHS } from "../../collector/posthog/paths"
import { getCurrentOptions } from "../../lib/current-options"
import { COLLECT_PREFIX, serveCollectAtRoot } from "./serve"

/** Paths to which clients send. */
const SENDING = [
  "/beacon/v1/batch",
  "/v1/consent",
  ...CALL_NAMES.map((name) => `/v1/${name}`),
  ...POSTHOG_FIXED_PATHS,
]
/** Paths from which clients get, or send to by a query. */
const GETTING = [
  "/v1/projects/:writeKey/settings",
  "/sourceConfig",
  "/e",
  "/i/v0/e",
  "/capture",
  "/array/:token/config",
  "/array/:token/config.js",
  "/static/:file",
  "/static/:version/:file",
]

/**
 * Bodies come as gzip without saying so and under any content type: on exactly
 * these paths nobody reads them before the collector does.
 */
const rawBodies: MiddlewareRoute[] = [
  "/beacon/v1/batch",
  "/v1/:call",
  ...POSTHOG_FIXED_PATHS,
].map((path) => ({
  methods: ["POST"],
  matcher: `${COLLECT_PREFIX}${path}`,
  bodyParser: false,
}))

/**
 * The same paths at the root, where a plugin has no routes of its own. Medusa
 * loads this file after the options, and asks for them once.
 */
const atRoot = (): MiddlewareRoute[] => [
  ...SENDING.map((matcher): MiddlewareRoute => ({
    methods: ["POST"],
    matcher,
    bodyParser: false,
    middlewares: [serveCollectAtRoot],
  })),
  ...GETTING.map((matcher): MiddlewareRoute => ({
    methods: ["GET"],
    matcher,
    middlewares: [serveCollectAtRoot],
  })),
  ...[...SENDING, ...GETTING].map((matcher): MiddlewareRoute => ({
    methods: ["OPTIONS"],
    matcher,
    middlewares: [serveCollectAtRoot],
  })),
]

export const collectMiddlewares: MiddlewareRoute[] = [
  ...rawBodies,
  ...(getCurrentOptions().activity.collectAtRoot ? atRoot() : []),
]
