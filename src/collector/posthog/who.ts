import { JsonObject } from "../wire"

/** Whom an event is of, in the words of Segment. */
export type Who = { anonymousId: unknown; userId: unknown }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * PostHog has one id for both, `distinct_id`: a UUID that the browser made until
 * somebody is identified, the id of that person from then on.
 *
 * Of an identified browser the anonymous id is its `$device_id`. That is the id
 * it had before, unless it was reset since without `reset(true)`.
 */
export function whoIs(distinctId: unknown, properties: JsonObject): Who {
  return isIdentified(distinctId, properties)
    ? { anonymousId: properties.$device_id, userId: distinctId }
    : { anonymousId: distinctId, userId: null }
}

/**
 * Browsers say it. A server does not: what it sends is an id of the shop's own,
 * unless it passes on a browser's.
 */
function isIdentified(
  distinctId: unknown,
  {
    $is_identified,
    $user_state,
    $user_id,
    $device_id,
    $process_person_profile,
  }: JsonObject
): boolean {
  if (typeof $is_identified === "boolean") {
    return $is_identified
  }
  if ($user_state === "identified" || $user_state === "anonymous") {
    return $user_state === "identified"
  }
  if ($user_id || $device_id) {
    return Boolean($user_id)
  }
  const isUuid = typeof distinctId === "string" && UUID.test(distinctId)
  return $process_person_profile !== false && !isUuid
}
