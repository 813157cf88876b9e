import { z } from "@medusajs/framework/zod"

import { LOCAL_DATE } from "../../../modules/delivery/domain/local-time"
import type { AdminSetOrderSlotRequest } from "../../../sdk/types"

const day = z.string().regex(LOCAL_DATE, "must be a day such as 2026-11-21")

/** Query of `GET /admin/orders/:id/delivery-slots`: days in the shop's zone, inclusive. */
export const AdminGetOrderSlots = z
  .object({ from: day.optional(), to: day.optional() })
  .strict()
export type AdminGetOrderSlotsType = z.infer<typeof AdminGetOrderSlots>

/** Body of `POST /admin/orders/:id/delivery-slot`. */
export const AdminSetOrderSlot = z
  .object({
    slot_id: z.string().min(1).max(100),
    force: z.boolean().optional(),
  })
  .strict() satisfies z.ZodType<AdminSetOrderSlotRequest>
export type AdminSetOrderSlotType = z.infer<typeof AdminSetOrderSlot>
