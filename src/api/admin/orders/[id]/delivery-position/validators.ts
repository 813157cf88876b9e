import { z } from "@medusajs/framework/zod"

import type { MapPoint } from "../../../../../sdk/types"

/** Body of `POST /admin/orders/:id/delivery-position`, in degrees. */
export const AdminSetOrderPosition = z
  .object({
    lat: z.number().min(-90).max(90),
    lng: z.number().min(-180).max(180),
  })
  .strict() satisfies z.ZodType<MapPoint>
export type AdminSetOrderPositionType = z.infer<typeof AdminSetOrderPosition>
