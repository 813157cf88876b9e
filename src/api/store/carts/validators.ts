import { z } from "@medusajs/framework/zod"

import { LOCAL_DATE } from "../../../modules/delivery/domain/local-time"
import {
  GIFT_MESSAGE_LENGTH,
  NOTE_LENGTH,
} from "../../../workflows/instructions/instructions"

const day = z.string().regex(LOCAL_DATE, "must be a day such as 2026-11-21")

/** Query of `GET /store/carts/:id/delivery-slots`: days in the shop's zone, inclusive. */
export const StoreGetDeliverySlots = z
  .object({ from: day.optional(), to: day.optional() })
  .strict()
export type StoreGetDeliverySlotsType = z.infer<typeof StoreGetDeliverySlots>

/** Body of `POST /store/carts/:id/delivery-slot`. */
export const StorePostDeliverySlot = z
  .object({ slot_id: z.string().min(1).max(100) })
  .strict()
export type StorePostDeliverySlotType = z.infer<typeof StorePostDeliverySlot>

const instructions = {
  note: z.string().trim().max(NOTE_LENGTH).nullable().optional(),
  gift_wrap: z.boolean().optional(),
  gift_message: z
    .string()
    .trim()
    .max(GIFT_MESSAGE_LENGTH)
    .nullable()
    .optional(),
}
/** More lines than a person puts into a cart, so that a body has an end. */
const MAX_LINES = 200

/** Body of `POST /store/carts/:id/instructions`; texts are measured in characters. */
export const StorePostInstructions = z
  .object({
    ...instructions,
    items: z
      .array(
        z
          .object({ item_id: z.string().min(1).max(100), ...instructions })
          .strict()
      )
      .max(MAX_LINES)
      .refine(
        (items) =>
          new Set(items.map((item) => item.item_id)).size === items.length,
        "names a line twice"
      )
      .optional(),
  })
  .strict()
export type StorePostInstructionsType = z.infer<typeof StorePostInstructions>
