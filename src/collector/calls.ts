import { EventType } from "../modules/activity/domain/new-event"
import { PosthogPath, readPosthogPath } from "./posthog/paths"

/** What a path asks for: one event of a type, or several at once. */
export type Call = EventType | "batch"

/**
 * Last part of `/v1/<call>`. The letters are what analytics-next sends; `s` is
 * screen. RudderStack's `import` is a batch of the past.
 */
const CALLS: Record<string, Call> = {
  identify: "identify",
  i: "identify",
  track: "track",
  t: "track",
  page: "page",
  p: "page",
  screen: "screen",
  s: "screen",
  group: "group",
  g: "group",
  alias: "alias",
  a: "alias",
  batch: "batch",
  b: "batch",
  import: "batch",
}

export const CALL_NAMES = Object.keys(CALLS)

/** What a request to one of our paths is. */
export type CollectorPath =
  | { kind: "call"; call: Call }
  | { kind: "settings"; writeKey: string }
  | { kind: "source_config" }
  | { kind: "consent" }
  | PosthogPath

/**
 * Reads a path below `/collect`, or below the root.
 *
 * @param path - without query, for example `/v1/track`
 * @returns null for a path that is none of ours
 */
export function readPath(path: string): CollectorPath | null {
  const parts = path.split("/").filter(Boolean)
  const [first, second, third, fourth] = parts
  if (parts.length === 1 && first === "sourceConfig") {
    return { kind: "source_config" }
  }
  if (
    parts.length === 2 &&
    first === "v1" &&
    second &&
    Object.hasOwn(CALLS, second)
  ) {
    return { kind: "call", call: CALLS[second] }
  }
  if (parts.join("/") === "v1/consent") {
    return { kind: "consent" }
  }
  if (parts.join("/") === "beacon/v1/batch") {
    return { kind: "call", call: "batch" }
  }
  return parts.length === 4 &&
    first === "v1" &&
    second === "projects" &&
    fourth === "settings"
    ? { kind: "settings", writeKey: third }
    : readPosthogPath(parts)
}
