import { z } from "@medusajs/framework/zod"

import { calendarDay } from "../../../workflows/delivery/product-rule-schema"

/** Query of `GET /store/products/:id/delivery-days`: days in the shop's zone, inclusive, at most 92. */
export const StoreGetProductDeliveryDays = z
  .object({ from: calendarDay.optional(), to: calendarDay.optional() })
  .strict()
export type StoreGetProductDeliveryDaysType = z.infer<
  typeof StoreGetProductDeliveryDays
>
