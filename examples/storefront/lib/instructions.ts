import type { Instructions } from "medusa-plugin-cornerstore/sdk"
import { z } from "zod"

export const NOTE_LENGTH = 500
export const GIFT_MESSAGE_LENGTH = 300

export const NO_INSTRUCTIONS: Instructions = {
  note: null,
  gift_wrap: false,
  gift_message: null,
}

/** Medusa carries a cart's instructions to the order in the metadata of both. */
const carrierSchema = z.object({
  cornerstore_instructions: z.object({
    note: z.string().nullable().catch(null),
    gift_wrap: z.boolean().catch(false),
    gift_message: z.string().nullable().catch(null),
  }),
})

/** What was wished for an order or one of its lines. */
export function instructionsIn(metadata: unknown): Instructions {
  const read = carrierSchema.safeParse(metadata)
  return read.success ? read.data.cornerstore_instructions : NO_INSTRUCTIONS
}

export function isEmpty({
  note,
  gift_wrap,
  gift_message,
}: Instructions): boolean {
  return !note && !gift_wrap && !gift_message
}
