import { isObject, JsonObject } from "../wire"
import { isOfClient } from "./campaign"

/** A property with an exact counterpart in Segment's context, and where. */
const CONTEXT: Record<string, readonly string[]> = {
  $current_url: ["page", "url"],
  $pathname: ["page", "path"],
  $referrer: ["page", "referrer"],
  $title: ["page", "title"],
  utm_source: ["campaign", "source"],
  utm_medium: ["campaign", "medium"],
  utm_campaign: ["campaign", "name"],
  utm_term: ["campaign", "term"],
  utm_content: ["campaign", "content"],
  $lib: ["library", "name"],
  $lib_version: ["library", "version"],
  $raw_user_agent: ["userAgent"],
  $browser_language: ["locale"],
  $timezone: ["timezone"],
  $session_id: ["sessionId"],
  $os: ["os", "name"],
  $os_version: ["os", "version"],
  $screen_width: ["screen", "width"],
  $screen_height: ["screen", "height"],
  $viewport_width: ["screen", "innerWidth"],
  $viewport_height: ["screen", "innerHeight"],
  $app_name: ["app", "name"],
  $app_version: ["app", "version"],
  $app_build: ["app", "build"],
  $app_namespace: ["app", "namespace"],
  $device_manufacturer: ["device", "manufacturer"],
  $device_model: ["device", "model"],
  $device_name: ["device", "name"],
}

/** What says nothing about the visitor: who it is stands elsewhere, or the client's own bookkeeping. */
const LEFT_OUT = new Set([
  "token",
  "api_key",
  "distinct_id",
  "$ip",
  "$token",
  "$device_id",
  "$user_id",
  "$is_identified",
  "$user_state",
  "$anon_distinct_id",
  "$process_person_profile",
  "$insert_id",
  "$time",
  "$config_defaults",
  "$configured_session_timeout_ms",
  "$initial_person_info",
  "$initialization_time",
  "$lib_custom_api_host",
  "$lib_rate_limit_remaining_tokens",
  "$recording_status",
  "$sdk_dist_channel",
  "$geoip_disable",
  "$ignore_sent_at",
  "$set",
  "$set_once",
  "$unset",
])

/** The same, by what the names have in common: states of features that are off. */
const BOOKKEEPING = /^\$(sdk_debug_|session_recording_|.*_server_side$)/

/** What PostHog calls its browser client in `$lib`. */
const BROWSER = "web"

/** Parts PostHog's properties into Segment's context and what is left. */
export function splitProperties(all: JsonObject): {
  context: JsonObject
  properties: JsonObject
} {
  const said = Object.entries(all).filter(
    ([name, value]) =>
      !LEFT_OUT.has(name) &&
      !BOOKKEEPING.test(name) &&
      // The client sends every parameter it knows, with null for what is not there.
      !(value === null && isOfClient(name))
  )
  return {
    context: contextOf(said),
    properties: Object.fromEntries(
      said.filter(([name]) => !Object.hasOwn(CONTEXT, name))
    ),
  }
}

function contextOf(said: [string, unknown][]): JsonObject {
  const context: Record<string, unknown> = {}
  for (const [name, value] of said) {
    const place = Object.hasOwn(CONTEXT, name) ? CONTEXT[name] : []
    const [group, field] = place
    if (group && value !== "$direct") {
      context[group] = field
        ? { ...objectOf(context[group]), [field]: value }
        : value
    }
  }
  const { page, library } = context
  return {
    ...context,
    ...(isObject(page) ? { page: { ...page, ...searchOf(page) } } : {}),
    ...(isObject(library) && library.name === BROWSER
      ? { library: { ...library, name: "posthog-js" } }
      : {}),
  }
}

/** Segment's pages have the query of their address by itself. */
function searchOf({ url }: JsonObject): JsonObject {
  return typeof url === "string" && URL.canParse(url)
    ? { search: new URL(url).search }
    : {}
}

/**
 * What is said about the person, in `$set`, `$set_once` and `$unset`, which
 * stand in the event or in its properties. From what is set once, only what the
 * shop said: the client puts the first page and its campaign there.
 */
export function traitsOf(event: JsonObject, properties: JsonObject) {
  const once = {
    ...objectOf(properties.$set_once),
    ...objectOf(event.$set_once),
  }
  const gone = [properties.$unset, event.$unset].flatMap((names) =>
    Array.isArray(names) ? names.filter((name) => typeof name === "string") : []
  )
  return {
    ...Object.fromEntries(
      Object.entries(once).filter(([name]) => !isOfClient(name))
    ),
    ...objectOf(properties.$set),
    ...objectOf(event.$set),
    // As Segment says that a trait is no more.
    ...Object.fromEntries(gone.map((name) => [name, null])),
  }
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}
