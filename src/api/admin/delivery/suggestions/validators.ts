import { z } from "@medusajs/framework/zod"

import { daySpan } from "../day-span"

/** Query of `GET /admin/delivery/suggestions`: the best days for an order, or how full a span of days is. */
export const AdminGetSuggestions = z.union(
  [
    z.object({ order_id: z.string().min(1).max(100) }).strict(),
    z.object(daySpan.shape).strict().superRefine(daySpan.check),
  ],
  { error: "give order_id, or from and to with at most 31 days between them" }
)
export type AdminGetSuggestionsType = z.infer<typeof AdminGetSuggestions>
