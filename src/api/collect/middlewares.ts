import { MiddlewareRoute } from "@medusajs/framework/http"

import { CALL_NAMES } from "../../collector/calls"
import { getCurrentOptions } from "../../lib/current-options"
import { COLLECT_PREFIX, serveCollectAtRoot } from "./serve"

const SETTINGS = ["/v1/projects/:writeKey/settings", "/sourceConfig"]
const BATCHES = ["/beacon/v1/batch", ...CALL_NAMES.map((name) => `/v1/${name}`)]

/**
 * Bodies come as gzip without saying so and under any content type: on exactly
 * these paths nobody reads them before the collector does.
 */
const rawBodies: MiddlewareRoute[] = [
  `${COLLECT_PREFIX}/beacon/v1/batch`,
  `${COLLECT_PREFIX}/v1/:call`,
].map((matcher) => ({ methods: ["POST"], matcher, bodyParser: false }))

/**
 * The same paths at the root, where a plugin has no routes of its own. Medusa
 * loads this file after the options, and asks for them once.
 */
const atRoot = (): MiddlewareRoute[] => [
  ...BATCHES.map((matcher): MiddlewareRoute => ({
    methods: ["POST"],
    matcher,
    bodyParser: false,
    middlewares: [serveCollectAtRoot],
  })),
  ...BATCHES.map((matcher): MiddlewareRoute => ({
    methods: ["OPTIONS"],
    matcher,
    middlewares: [serveCollectAtRoot],
  })),
  ...SETTINGS.map((matcher): MiddlewareRoute => ({
    methods: ["GET", "OPTIONS"],
    matcher,
    middlewares: [serveCollectAtRoot],
  })),
]

export const collectMiddlewares: MiddlewareRoute[] = [
  ...rawBodies,
  ...(getCurrentOptions().activity.collectAtRoot ? atRoot() : []),
]
