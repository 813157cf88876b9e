import { NewEvent } from "../modules/activity/domain/new-event"
import { Call } from "./calls"
import { LIMITS } from "./limits"
import {
  CallFacts,
  DropReason,
  readMessage,
  RequestFacts,
} from "./read-message"
import { batchSchema } from "./wire"

/** What a request holds. */
export type Reading = {
  events: NewEvent[]
  /** Refused events by reason. */
  dropped: Map<DropReason, number>
  /** Set when the request as a whole is no such call. */
  problem: "empty_batch" | "invalid_body" | null
}

/**
 * Reads the messages of a request. A bad one is left out and counted, so that
 * its client does not send the good ones again and again.
 *
 * @param body - came out of `JSON.parse`
 */
export function readCall(
  call: Call,
  body: unknown,
  source: CallFacts
): Reading {
  if (call !== "batch") {
    const facts = { ...source, type: call, context: {}, sent_at: null }
    return readEach([body], (message) => readMessage(message, facts))
  }
  const parsed = batchSchema.safeParse(body)
  if (!parsed.success) {
    return refused("invalid_body")
  }
  const { batch, context, sentAt } = parsed.data
  const facts: RequestFacts = {
    ...source,
    type: null,
    context: context ?? {},
    sent_at: sentAt,
  }
  return readEach(batch, (message) => readMessage(message, facts))
}

/** A request that as a whole is no such call. */
export const refused = (problem: Reading["problem"]): Reading => ({
  events: [],
  dropped: new Map(),
  problem,
})

/** Reads messages one by one; what is wrong with one is counted. */
export function readEach(
  messages: readonly unknown[],
  read: (message: unknown) => NewEvent | DropReason
): Reading {
  if (!messages.length) {
    return refused("empty_batch")
  }
  const reading: Reading = { events: [], dropped: new Map(), problem: null }
  const drop = (reason: DropReason, count = 1) =>
    reading.dropped.set(reason, (reading.dropped.get(reason) ?? 0) + count)
  for (const message of messages.slice(0, LIMITS.batchEvents)) {
    const event = readOrDrop(message, read)
    if (typeof event === "string") {
      drop(event)
    } else {
      reading.events.push(event)
    }
  }
  if (messages.length > LIMITS.batchEvents) {
    drop("too_many", messages.length - LIMITS.batchEvents)
  }
  return reading
}

/**
 * Reading asks nobody and waits for nothing: what it stumbles over it would
 * stumble over at every try, while its client kept the good ones back as well.
 */
function readOrDrop(
  message: unknown,
  read: (message: unknown) => NewEvent | DropReason
): NewEvent | DropReason {
  try {
    return read(message)
  } catch {
    return "unreadable"
  }
}
