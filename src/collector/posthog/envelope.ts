import { z } from "@medusajs/framework/zod"

import { instant, isObject, JsonObject } from "../wire"

/** What a body of PostHog's clients holds, whichever way it is laid out. */
export type Envelope = {
  /** Whose events these are: `api_key`, or the first `token` there is. */
  writeKey: string | null
  events: unknown[]
  /** When the client sent it, by the client's clock. */
  sentAt: Date | null
}

const key = z.string().min(1).nullish().catch(null)
const keysSchema = z.object({ api_key: key, token: key, $token: key })
const envelopeSchema = keysSchema.extend({
  batch: z.array(z.unknown()).nullish(),
  sent_at: instant,
})
const keyInEventSchema = keysSchema.extend({
  properties: keysSchema.nullish().catch(null),
})

/**
 * Reads the layouts of all versions: `{ api_key, batch }` (posthog-node, and
 * posthog-js since 1.4xx), a bare array, or one bare event.
 *
 * @param body - decoded
 * @param query - `api_key` or `token`, and `sent_at` or `_` in milliseconds
 * @returns null when it is none of them
 */
export function readEnvelope(
  body: unknown,
  query: URLSearchParams
): Envelope | null {
  const keyAhead = query.get("api_key") || query.get("token")
  if (Array.isArray(body)) {
    return {
      writeKey: keyAhead ?? keyOfEvents(body),
      events: body,
      sentAt: sentAtOf(query),
    }
  }
  const parsed = isObject(body) && envelopeSchema.safeParse(body)
  if (!parsed || !parsed.success) {
    return null
  }
  const { batch, sent_at } = parsed.data
  const events = batch ?? [body]
  return {
    writeKey: keyAhead ?? keyOf(parsed.data) ?? keyOfEvents(events),
    events,
    sentAt: sent_at ?? sentAtOf(query),
  }
}

function keyOfEvents(events: readonly unknown[]): string | null {
  for (const event of events) {
    const parsed = keyInEventSchema.safeParse(event)
    const found =
      parsed.success &&
      (keyOf(parsed.data) ?? keyOf(parsed.data.properties ?? {}))
    if (found) {
      return found
    }
  }
  return null
}

function keyOf({ api_key, token, $token }: JsonObject): string | null {
  const found = [api_key, token, $token].find(
    (each) => typeof each === "string"
  )
  return typeof found === "string" ? found : null
}

/** `sent_at`, or the `_` against caches, which clients before 1.4xx send. */
function sentAtOf(query: URLSearchParams): Date | null {
  const text = query.get("sent_at") ?? query.get("_") ?? ""
  const date = new Date(Number(text))
  return /^\d{10,16}$/.test(text) && !Number.isNaN(date.getTime()) ? date : null
}
