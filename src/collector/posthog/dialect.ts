import { readBody } from "../body"
import { Dialect } from "../dialect"
import { readEach, Reading, refused } from "../read-call"
import { CallFacts, readMessage } from "../read-message"
import { decodeBody } from "./body"
import { Envelope, readEnvelope } from "./envelope"
import { toMessage } from "./to-message"

/** The clients of PostHog: posthog-js of any age, posthog-node and the others. */
export const posthogDialect: Dialect = {
  keyAhead: (_, query) => query.get("api_key") || query.get("token"),
  async decode(req, query, share) {
    const json = decodeBody(
      req.method === "GET"
        ? Buffer.from(query.get("data") ?? "")
        : await readBody(req, share)
    )
    const envelope = readEnvelope(json, query)
    return {
      writeKey: envelope?.writeKey ?? null,
      read: (facts) => readEnvelopeEvents(envelope, facts),
    }
  },
  thanks: () => ({ status: 1 }),
}

/**
 * Reads the events of a request of PostHog's clients. What one of them holds is
 * checked as every other client's.
 *
 * @param envelope - null when the body is none
 */
export function readEnvelopeEvents(
  envelope: Envelope | null,
  facts: CallFacts
): Reading {
  if (!envelope) {
    return refused("invalid_body")
  }
  const { events, sentAt } = envelope
  const { received_at } = facts
  return readEach(events, (event) => {
    const message = toMessage(event, { received_at, sentAt })
    return typeof message === "string"
      ? message
      : readMessage(message, {
          ...facts,
          type: null,
          context: {},
          sent_at: null,
        })
  })
}
