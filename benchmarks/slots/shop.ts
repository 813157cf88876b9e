import { z } from "@medusajs/framework/zod"

/** Of the one district that the race's carts are sent to. */
export const POSTAL_CODE = "94110"
/** Places in each of its slots. */
export const PLACES = 10

export const slotShop = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  shipping_option_id: z.string(),
  variant_id: z.string(),
  district_id: z.string(),
})

/** What a request needs to know of the shop. */
export type SlotShop = z.infer<typeof slotShop>
