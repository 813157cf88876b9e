import { z } from "@medusajs/framework/zod"

import { calendarDay } from "../../../../workflows/delivery/product-rule-schema"

/** Query of `GET /admin/delivery/product-days`: days in the shop's zone, inclusive, at most 92. */
export const AdminGetProductDays = z
  .object({
    from: calendarDay.optional(),
    to: calendarDay.optional(),
    product_id: z.string().min(1).max(100).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  })
  .strict()
export type AdminGetProductDaysType = z.infer<typeof AdminGetProductDays>
