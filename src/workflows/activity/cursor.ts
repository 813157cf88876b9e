import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/**
 * Cursors are opaque to clients: JSON in base64url, read back through a schema,
 * because they come from outside.
 */
export function encodeCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url")
}

/**
 * @throws MedusaError INVALID_DATA when it is none of ours
 */
export function decodeCursor<Value>(
  cursor: string,
  schema: z.ZodType<Value>
): Value {
  const parsed = schema.safeParse(parse(cursor))
  if (!parsed.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The cursor is not valid: take it from next_cursor of the page before"
    )
  }
  return parsed.data
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
  } catch {
    return null
  }
}

/** Place of an event in the order of time. */
export const eventPositionSchema = z.object({
  at: z.iso.datetime(),
  id: z.string().regex(/^\d{1,19}$/),
})
export type EventCursor = z.infer<typeof eventPositionSchema>
