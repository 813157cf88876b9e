import { isObject, JsonObject } from "../wire"
import { splitProperties, traitsOf } from "./properties"
import { Who, whoIs } from "./who"

/** What holds for every event of a request. */
export type EnvelopeFacts = { received_at: Date; sentAt: Date | null }

/**
 * What the client says about itself, or about the page as a machine: every
 * click's place in the page, recordings, heat maps, timings, errors with their
 * stack, which flag was looked at. It tells a developer something and a shop
 * nothing, it is the bulk of what a browser sends, and texts that were clicked
 * may be personal. It is counted and not kept.
 */
const NOT_KEPT = new Set([
  "$$heatmap",
  "$autocapture",
  "$copy_autocapture",
  "$dead_click",
  "$exception",
  "$feature_flag_called",
  "$log",
  "$performance_event",
  "$rageclick",
  "$snapshot",
  "$snapshot_items",
  "$web_vitals",
])

/**
 * Says an event of PostHog's clients in the words of Segment, so that whoever
 * reads events has to know one shape only.
 *
 * @param raw - one element of a batch, or a bare event
 * @returns a message that is still to be checked as every other
 */
export function toMessage(
  raw: unknown,
  { received_at, sentAt }: EnvelopeFacts
): JsonObject | "malformed" | "not_kept" {
  if (!isObject(raw) || typeof raw.event !== "string") {
    return "malformed"
  }
  if (NOT_KEPT.has(raw.event)) {
    return "not_kept"
  }
  const all = isObject(raw.properties) ? raw.properties : {}
  const distinctId = raw.distinct_id ?? all.distinct_id ?? all.$distinct_id
  const { context, properties } = splitProperties(all)
  return {
    ...meaningOf(raw.event, {
      raw,
      all,
      properties,
      distinctId,
      who: whoIs(distinctId, all),
    }),
    messageId: raw.uuid ?? all.$insert_id,
    context: withTitle(raw.event, context, properties),
    originalTimestamp:
      raw.timestamp ?? all.timestamp ?? agoOf(raw, received_at),
    // An offset is measured from the arrival already.
    sentAt:
      all.$ignore_sent_at === true || isOffset(raw)
        ? null
        : (raw.sent_at ?? sentAt?.toISOString()),
  }
}

type Parts = {
  raw: JsonObject
  all: JsonObject
  properties: JsonObject
  distinctId: unknown
  who: Who
}

/** Type, ids and what belongs to the type. */
function meaningOf(name: string, parts: Parts): JsonObject {
  const { raw, all, properties, distinctId, who } = parts
  switch (name) {
    case "$pageview":
    case "$bot_pageview":
      return { type: "page", ...who, properties: pageOf(all, properties) }
    case "$screen": {
      const { $screen_name, ...rest } = properties
      return { type: "screen", ...who, name: $screen_name, properties: rest }
    }
    case "$identify":
      return {
        type: "identify",
        userId: distinctId,
        anonymousId: all.$anon_distinct_id ?? all.$device_id,
        traits: traitsOf(raw, all),
      }
    case "$set":
      return { type: "identify", ...who, traits: traitsOf(raw, all) }
    case "$groupidentify":
      return { type: "group", ...who, ...groupOf(all) }
    case "$create_alias":
    case "$merge_dangerously":
      return { type: "alias", ...aliasOf(all.alias, distinctId, who) }
    default:
      return {
        type: "track",
        event: name,
        ...who,
        properties: withTraits(properties, raw, all),
      }
  }
}

/** What Segment's own pages say of themselves; the title is PostHog's `title`. */
function pageOf(all: JsonObject, properties: JsonObject): JsonObject {
  const { $current_url, $pathname, $referrer } = all
  return {
    ...properties,
    url: $current_url,
    path: $pathname,
    ...($referrer === "$direct" ? {} : { referrer: $referrer }),
  }
}

/** A view's title is the page's; any other event may have one of the shop's. */
function withTitle(
  name: string,
  context: JsonObject,
  { title }: JsonObject
): JsonObject {
  return name === "$pageview" && typeof title === "string"
    ? {
        ...context,
        page: { ...(isObject(context.page) ? context.page : {}), title },
      }
    : context
}

/** PostHog's groups have a kind and a key; Segment's have a key only. */
function groupOf({ $group_type, $group_key, $group_set }: JsonObject) {
  return {
    groupId: $group_key,
    traits: {
      ...(isObject($group_set) ? $group_set : {}),
      ...($group_type ? { groupType: $group_type } : {}),
    },
  }
}

/** `alias` is another name of `distinct_id`; who is who depends on which is known. */
function aliasOf(alias: unknown, distinctId: unknown, who: Who): JsonObject {
  return who.userId
    ? { ...who, previousId: alias }
    : { ...who, userId: alias, previousId: distinctId }
}

/** What an event says of the person beside, where PostHog's users look for it. */
function withTraits(
  properties: JsonObject,
  raw: JsonObject,
  all: JsonObject
): JsonObject {
  const traits = traitsOf(raw, all)
  return Object.keys(traits).length
    ? { ...properties, $set: traits }
    : properties
}

/** Clients before 1.4xx say how many milliseconds ago instead of when. */
function isOffset(raw: JsonObject): raw is JsonObject & { offset: number } {
  const { timestamp, offset } = raw
  return timestamp === undefined && typeof offset === "number" && offset >= 0
}

function agoOf(raw: JsonObject, received_at: Date): string | undefined {
  if (!isOffset(raw)) {
    return undefined
  }
  const at = new Date(received_at.getTime() - raw.offset)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
