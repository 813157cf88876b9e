import { z } from "@medusajs/framework/zod"

import { EVENT_TYPES } from "../modules/activity/domain/new-event"
import { storableText } from "../modules/activity/domain/storable"

export type JsonObject = Record<string, unknown>

/** Whether a value out of `JSON.parse` is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Any object as it came: nothing is copied, no key is interpreted. */
const object = z.custom<JsonObject>(isObject).nullish()

/** Clients send numbers too; empty means none. */
export const identifier = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => storableText(String(value ?? "")).trim() || null)

/** A time nobody can read is no time. */
export const instant = z.unknown().transform((value) => {
  const date =
    typeof value === "string" || typeof value === "number"
      ? new Date(value)
      : null
  return date && !Number.isNaN(date.getTime()) ? date : null
})

/**
 * One message of Segment's specification, as its own and RudderStack's clients
 * send it: https://segment.com/docs/connections/spec/common
 */
export const messageSchema = z.object({
  type: z.enum(EVENT_TYPES),
  messageId: identifier,
  anonymousId: identifier,
  userId: identifier,
  previousId: identifier,
  groupId: identifier,
  event: identifier,
  name: identifier,
  category: identifier,
  properties: object,
  traits: object,
  context: object,
  timestamp: instant,
  originalTimestamp: instant,
  sentAt: instant,
})
export type Message = z.output<typeof messageSchema>

/** A batch; its context holds for every message that does not say otherwise. */
export const batchSchema = z.object({
  batch: z.array(z.unknown()),
  context: object,
  sentAt: instant,
})
