import { z } from "@medusajs/framework/zod"

import type { ResolveDistrictQuery } from "../../../sdk/types"

/** Query of `GET /store/delivery/districts/resolve`. Coordinates in degrees. */
export const StoreResolveDistrict = z
  .object({
    lat: z.coerce.number().min(-90).max(90).optional(),
    lng: z.coerce.number().min(-180).max(180).optional(),
    postal_code: z.string().max(32).optional(),
    city: z.string().max(200).optional(),
    address_1: z.string().max(200).optional(),
    country_code: z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .optional(),
  })
  .strict()
  .refine(({ lat, lng }) => (lat === undefined) === (lng === undefined), {
    message: "lat and lng go together",
  }) satisfies z.ZodType<ResolveDistrictQuery>

export type StoreResolveDistrictType = z.infer<typeof StoreResolveDistrict>
