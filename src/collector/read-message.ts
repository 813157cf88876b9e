import { randomUUID } from "node:crypto"
import { IncomingHttpHeaders } from "node:http"

import {
  CollectorSettings,
  decideConsent,
  withoutPerson,
} from "../modules/activity/domain/consent"
import { eventTime } from "../modules/activity/domain/event-time"
import { claimedCustomer } from "../modules/activity/domain/identity"
import { EventType, NewEvent } from "../modules/activity/domain/new-event"
import {
  isDeeperThan,
  storableJson,
  storableText,
} from "../modules/activity/domain/storable"
import { isBotAgent } from "./bots"
import { LIMITS } from "./limits"
import { JsonObject, Message, messageSchema } from "./wire"

/** Why an event was not stored, as it is counted. */
export type DropReason =
  | "malformed"
  | "unreadable"
  | "no_id"
  | "no_event"
  | "bad_message_id"
  | "bad_id"
  | "too_deep"
  | "too_large"
  | "too_many"
  /** Fit to be stored, but of no use to a shop. */
  | "not_kept"

/** What is known of a request before its body is read. */
export type CallFacts = {
  source_id: string
  received_at: Date
  /** Of the request. */
  headers: IncomingHttpHeaders
  /** Where the request comes from; null when nobody knows. */
  country: string | null
  settings: CollectorSettings
}

/** What holds for every message of a request. */
export type RequestFacts = CallFacts & {
  /** The path's type, which wins over the message's; null in a batch. */
  type: EventType | null
  context: JsonObject
  sent_at: Date | null
}

/** Reads one message; says why when it cannot be stored. */
export function readMessage(
  raw: unknown,
  facts: RequestFacts
): NewEvent | DropReason {
  const parsed = messageSchema.safeParse(
    facts.type && typeof raw === "object" && raw !== null
      ? { ...raw, type: facts.type }
      : raw
  )
  return parsed.success ? toEvent(parsed.data, facts) : "malformed"
}

/**
 * An event of a message that was understood; says why when it cannot be stored.
 *
 * @param message - in the words of Segment's specification
 */
export function toEvent(
  message: Message,
  facts: RequestFacts
): NewEvent | DropReason {
  const said = propertiesOf(message)
  const surroundings = contextOf(message, facts)
  const problem = problemOf(message, said, surroundings)
  if (problem) {
    return problem
  }
  const properties = storableJson(said)
  const context = storableJson(surroundings)
  if (
    Buffer.byteLength(properties) + Buffer.byteLength(context) >
    LIMITS.eventBytes
  ) {
    return "too_large"
  }
  const { headers, country, settings } = facts
  const consent = decideConsent(
    { headers, country, context: surroundings, properties: said },
    settings
  )
  // Who does not want to be known has no id; that it happened is counted.
  if (consent !== "denied" && !message.anonymousId && !message.userId) {
    return "no_id"
  }
  // Written out: a spread here takes as long as parsing the message.
  const event: NewEvent = {
    source_id: facts.source_id,
    // Without an id of the client's a repeat cannot be told from a second one.
    message_id: message.messageId ?? randomUUID(),
    type: message.type,
    name: nameOf(message),
    anonymous_id: message.anonymousId,
    user_id: message.userId,
    claimed_customer_id: claimedCustomer(message.userId),
    is_bot: isBotAgent(surroundings.userAgent, headers),
    consent,
    occurred_at: eventTime({
      // RudderStack's server client gives every event the time it was queued as
      // `originalTimestamp`; when the shop says when it happened, that is `timestamp`.
      original: message.timestamp ?? message.originalTimestamp,
      sent: message.sentAt ?? facts.sent_at,
      received: facts.received_at,
    }),
    received_at: facts.received_at,
    properties,
    context,
  }
  return consent === "denied" ? withoutPerson(event) : event
}

function problemOf(
  { type, messageId, anonymousId, userId, event }: Message,
  properties: JsonObject,
  context: JsonObject
): DropReason | null {
  if (type === "track" && !event) {
    return "no_event"
  }
  if (messageId && messageId.length > LIMITS.messageIdLength) {
    return "bad_message_id"
  }
  if ([anonymousId, userId].some((id) => id && id.length > LIMITS.idLength)) {
    return "bad_id"
  }
  return isDeeperThan(properties, LIMITS.depth) ||
    isDeeperThan(context, LIMITS.depth)
    ? "too_deep"
    : null
}

function nameOf({ type, event, name }: Message): string | null {
  const text = type === "track" ? event : name
  return text && storableText(text.slice(0, LIMITS.nameLength))
}

/**
 * What the message says of its surroundings. Whose address it was is not needed
 * to know what was done. Most messages are taken as they are: copies of all of
 * them would be half of the work.
 */
function contextOf(
  { context: own }: Message,
  { context: shared }: RequestFacts
): JsonObject {
  const all = own && isEmpty(shared) ? own : { ...shared, ...own }
  if (!Object.hasOwn(all, "ip")) {
    return all
  }
  const { ip: _ip, ...context } = all
  return context
}

function isEmpty(object: JsonObject): boolean {
  for (const _key in object) {
    return false
  }
  return true
}

/** What the message says about its type; everything in one place. */
function propertiesOf(message: Message): JsonObject {
  const { type, properties, traits, category, groupId, previousId } = message
  switch (type) {
    case "identify":
      return traits ?? {}
    case "group":
      return groupId ? { ...traits, groupId } : (traits ?? {})
    case "alias":
      return previousId ? { previousId } : {}
    default:
      return category ? { category, ...properties } : (properties ?? {})
  }
}
