import { randomUUID } from "node:crypto"

/**
 * What posthog-js asks for before and beside its events: nothing that would
 * load code, record, show or send more than the shop's own events. Compression
 * is as 1.449 sends it, `text/plain` without a preflight. Surveys are not
 * mentioned: whatever is said of them, a no too, makes it load their script.
 */
export const REMOTE_CONFIG = {
  supportedCompression: ["gzip", "gzip-js"],
  hasFeatureFlags: false,
  autocapture_opt_out: true,
  autocaptureExceptions: false,
  captureDeadClicks: false,
  capturePerformance: false,
  conversations: false,
  defaultIdentifiedOnly: true,
  elementsChainAsString: true,
  errorTracking: { autocaptureExceptions: false, suppressionRules: [] },
  heatmaps: false,
  isAuthenticated: false,
  logs: { captureConsoleLogs: false },
  productTours: false,
  sessionRecording: false,
  siteApps: [],
  toolbarParams: {},
} as const

/** The same as a script, for clients that load it as one. */
export function configScript(token: string): string {
  const config = { config: REMOTE_CONFIG, siteApps: [] }
  // Written into a script: nothing in a token may end the text it stands in.
  const [name, value] = [token, config].map((each) =>
    JSON.stringify(each).replace(/[<\u2028\u2029]/g, escapeUnit)
  )
  return `(function(w){(w._POSTHOG_REMOTE_CONFIG=w._POSTHOG_REMOTE_CONFIG||{})[${name}]=${value}})(window);`
}

const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`

/**
 * No flags, in the shape that each version expects: details since version 2,
 * values and payloads before. With `config=true` (posthog-js 1.2xx to 1.3xx) the
 * settings come along.
 *
 * @param query - `v` and `config`
 */
export function noFlags(query: URLSearchParams): object {
  const version = Number(query.get("v") ?? 1)
  return {
    ...(query.get("config") === "true" ? REMOTE_CONFIG : {}),
    ...(version >= 2
      ? { flags: {} }
      : { featureFlags: {}, featureFlagPayloads: {} }),
    errorsWhileComputingFlags: false,
    requestId: randomUUID(),
  }
}

/**
 * The predecessor, flags and settings in one: a list of flags in version 1,
 * values since 2, payloads since 3, details in 4.
 *
 * @param query - `v`
 */
export function decision(query: URLSearchParams): object {
  const version = Number(query.get("v") ?? 1)
  return {
    ...REMOTE_CONFIG,
    config: { enable_collect_everything: false },
    ...(version >= 4
      ? { flags: {} }
      : {
          featureFlags: version >= 2 ? {} : [],
          ...(version >= 3 ? { featureFlagPayloads: {} } : {}),
        }),
    errorsWhileComputingFlags: false,
    requestId: randomUUID(),
  }
}
