/** What a request to one of PostHog's paths asks for. */
export type PosthogPath =
  | { kind: "posthog"; ask: "capture" }
  | { kind: "posthog"; ask: "flags" | "decide" | "recording" }
  | { kind: "posthog"; ask: "config"; writeKey: string; asScript: boolean }
  | { kind: "posthog"; ask: "extension" }

/** Where events go. */
const CAPTURE_PATHS = ["/e", "/i/v0/e", "/capture", "/batch"]

/** Paths without a part that varies; some clients put a slash at the end. */
export const POSTHOG_FIXED_PATHS = [...CAPTURE_PATHS, "/s", "/flags", "/decide"]

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
  const path = `/${parts.join("/")}`
  if (CAPTURE_PATHS.includes(path)) {
    return { kind: "posthog", ask: "capture" }
  }
  switch (path) {
    case "/s":
      return { kind: "posthog", ask: "recording" }
    case "/flags":
      return { kind: "posthog", ask: "flags" }
    case "/decide":
      return { kind: "posthog", ask: "decide" }
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
