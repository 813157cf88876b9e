import { z } from "@medusajs/framework/zod"

import { DroppedEvents, EVENT_TYPES, NewEvent } from "../domain/new-event"

/** What an entry of the stream holds. */
export type BufferedRecord =
  { events: readonly NewEvent[] } | { dropped: readonly DroppedEvents[] }

const text = z.string().nullable()

/** Every field of an event, or this does not compile. */
const eventSchema: z.ZodType<NewEvent> = z.object({
  source_id: z.string(),
  message_id: z.string(),
  type: z.enum(EVENT_TYPES),
  name: text,
  anonymous_id: text,
  user_id: text,
  claimed_customer_id: text,
  is_bot: z.boolean(),
  consent: z.enum(["granted", "denied", "assumed", "unknown"]),
  occurred_at: z.coerce.date(),
  received_at: z.coerce.date(),
  properties: z.string(),
  context: z.string(),
})

const droppedSchema: z.ZodType<DroppedEvents> = z.object({
  source_id: z.string(),
  reason: z.string(),
  count: z.number(),
})

const recordSchema = z.union([
  z.object({ events: z.array(eventSchema) }),
  z.object({ dropped: z.array(droppedSchema) }),
])

/** An entry was not written by this version, nor by one that it knows. */
export class UnreadableRecord extends Error {
  override name = "UnreadableRecord"
}

/** A record as the stream keeps it. */
export function writeRecord(record: BufferedRecord): string {
  return JSON.stringify(record)
}

/** @throws UnreadableRecord */
export function readRecord(payload: string): BufferedRecord {
  try {
    return recordSchema.parse(JSON.parse(payload))
  } catch (cause) {
    throw new UnreadableRecord(
      "No record of events: another version may have written it",
      { cause }
    )
  }
}
