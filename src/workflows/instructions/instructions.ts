import { z } from "@medusajs/framework/zod"

import type {
  Instructions,
  ItemInstructions,
  OrderInstructions,
} from "../../sdk/types"

/**
 * Key in the metadata of a cart, an order and their lines. Medusa copies this
 * metadata from the cart when it makes the order, so instructions can neither be
 * lost nor come late, and there is no event to wait for.
 */
export const INSTRUCTIONS_KEY = "cornerstore_instructions"

/** Characters. */
export const NOTE_LENGTH = 500
export const GIFT_MESSAGE_LENGTH = 300

export const NO_INSTRUCTIONS: Instructions = {
  note: null,
  gift_wrap: false,
  gift_message: null,
}

/** Metadata is open to every storefront: what is not ours is read as nothing. */
const storedText = (length: number) =>
  z
    .string()
    .transform((text) => text.trim().slice(0, length) || null)
    .nullable()
    .catch(null)

const storedSchema = z
  .object({
    note: storedText(NOTE_LENGTH),
    gift_wrap: z.boolean().catch(false),
    gift_message: storedText(GIFT_MESSAGE_LENGTH),
  })
  .catch(NO_INSTRUCTIONS)

const carrierSchema = z
  .looseObject({ [INSTRUCTIONS_KEY]: storedSchema.optional() })
  .nullish()
  .catch(null)

/** The instructions in the metadata of a cart, an order or a line; none when there are none. */
export function readInstructions(metadata: unknown): Instructions {
  return carrierSchema.parse(metadata)?.[INSTRUCTIONS_KEY] ?? NO_INSTRUCTIONS
}

/** What was wanted before with the fields that are given now. */
export function mergeInstructions(
  before: Instructions,
  change: Partial<Instructions>
): Instructions {
  const { note, gift_wrap, gift_message } = { ...before, ...change }
  return {
    note: note?.trim() || null,
    gift_wrap,
    gift_message: gift_message?.trim() || null,
  }
}

export function hasInstructions(instructions: Instructions): boolean {
  return (
    instructions.note !== null ||
    instructions.gift_wrap ||
    instructions.gift_message !== null
  )
}

/** A cart or an order as far as its instructions are concerned. */
type Carrier = {
  metadata?: unknown
  items?: ({ id: string; metadata?: unknown } | null)[] | null
}

/** Fields of a cart or an order that `instructionsOf` reads. */
export const INSTRUCTION_FIELDS = [
  "id",
  "metadata",
  "items.id",
  "items.metadata",
]

/** Everything a customer asked for, of a cart or of an order. */
export function instructionsOf({
  metadata,
  items,
}: Carrier): OrderInstructions {
  return {
    ...readInstructions(metadata),
    items: (items ?? [])
      .filter((item) => item !== null)
      .map(({ id, metadata: own }): ItemInstructions => ({
        item_id: id,
        ...readInstructions(own),
      }))
      .filter(hasInstructions),
  }
}
