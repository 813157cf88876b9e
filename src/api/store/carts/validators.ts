import { z } from "@medusajs/framework/zod"

import { LOCAL_DATE } from "../../../modules/delivery/domain/local-time"

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
