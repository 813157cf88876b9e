/** What a request to one of PostHog's paths asks for. */
export type PosthogPath =
  | { kind: "posthog"; ask: "capture" }
  | { kind: "posthog"; ask: "flags" | "decide" | "recording" }
  | { kind: "posthog"; ask: "config"; writeKey: string; asScript: boolean }
  | { kind: "posthog"; ask: "extension" }

/** Paths that never change, without the slash that some clients put at the end. */
const FIXED: Record<string, PosthogPath> = {
  e: { kind: "posthog", ask: "capture" },
  "i/v0/e": { kind: "posthog", ask: "capture" },
  capture: { kind: "posthog", ask: "capture" },
  batch: { kind: "posthog", ask: "capture" },
  s: { kind: "posthog", ask: "recording" },
  flags: { kind: "posthog", ask: "flags" },
  decide: { kind: "posthog", ask: "decide" },
}

/** The same, as paths. */
export const POSTHOG_FIXED_PATHS = Object.keys(FIXED).map((path) => `/${path}`)

/**
 * Scripts that posthog-js loads when a feature is on. Named one by one, because
 * a shop serves its own files under `/static`. `array.js` is the client itself:
 * whoever asks for that must not be told it is there.
 */
const EXTENSIONS = new Set([
  "conversations",
  "crisp-chat-integration",
  "dead-clicks-autocapture",
  "element-inference",
  "exception-autocapture",
  "intercom-integration",
  "lazy-recorder",
  "logs",
  "posthog-recorder",
  "product-tours",
  "product-tours-preview",
  "recorder",
  "recorder-v2",
  "surveys",
  "surveys-preview",
  "toolbar",
  "tracing-headers",
  "web-vitals",
  "web-vitals-soft-navs",
  "web-vitals-with-attribution",
  "web-vitals-with-attribution-soft-navs",
])

/**
 * Reads a path as the clients of PostHog send it.
 *
 * @param parts - of the path, without empty ones
 * @returns null for a path that is none of PostHog's
 */
export function readPosthogPath(parts: readonly string[]): PosthogPath | null {
  const path = parts.join("/")
  if (Object.hasOwn(FIXED, path)) {
    return FIXED[path]
  }
  const [first, second, last] = parts
  if (first === "array" && parts.length === 3) {
    return last === "config" || last === "config.js"
      ? {
          kind: "posthog",
          ask: "config",
          writeKey: second,
          asScript: last === "config.js",
        }
      : null
  }
  return first === "static" && isExtension(parts.slice(1))
    ? { kind: "posthog", ask: "extension" }
    : null
}

/** `recorder.js`, or `1.449.2/recorder.js` since versions are pinned. */
function isExtension(parts: readonly string[]): boolean {
  const file = parts.at(-1) ?? ""
  const isPinned = parts.length === 2 && /^\d+\.\d+\.\d+$/.test(parts[0])
  return (
    (parts.length === 1 || isPinned) &&
    file.endsWith(".js") &&
    EXTENSIONS.has(file.slice(0, -".js".length))
  )
}
