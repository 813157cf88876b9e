import { z } from "@medusajs/framework/zod"

import { LOCAL_DATE } from "../../../modules/delivery/domain/local-time"

const day = z.string().regex(LOCAL_DATE, "must be a day such as 2026-11-21")

/** Query of `GET /store/orders/:id/delivery-slots`: days in the shop's zone, inclusive. */
export const StoreGetOrderSlots = z
  .object({ from: day.optional(), to: day.optional() })
  .strict()
export type StoreGetOrderSlotsType = z.infer<typeof StoreGetOrderSlots>

/** Body of `POST /store/orders/:id/delivery-slot`. */
export const StorePostOrderSlot = z
  .object({ slot_id: z.string().min(1).max(100) })
  .strict()
export type StorePostOrderSlotType = z.infer<typeof StorePostOrderSlot>
