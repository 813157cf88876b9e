import { z } from "@medusajs/framework/zod"

/** Query of `GET /store/customers/me/loyalty/entries`. */
export const StoreGetLoyaltyEntries = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()
export type StoreGetLoyaltyEntriesType = z.infer<typeof StoreGetLoyaltyEntries>
