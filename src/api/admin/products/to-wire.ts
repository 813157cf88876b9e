import { z } from "@medusajs/framework/zod"

import type { DeliveryRule } from "../../../sdk/types"

const ruleSchema = z.object({
  product_id: z.string(),
  is_preorder: z.boolean(),
  lead_days: z.number(),
  available_from: z.string().nullable(),
  available_until: z.string().nullable(),
  weekdays: z.array(z.coerce.number()),
  dates: z.array(z.string()),
  blackouts: z.array(z.string()),
  daily_capacity: z.number().nullable(),
  updated_at: z.coerce.date().transform((date) => date.toISOString()),
})

/** The rule of a product as the dashboard reads it. */
export const toDeliveryRule = (rule: unknown): DeliveryRule =>
  ruleSchema.parse(rule)
