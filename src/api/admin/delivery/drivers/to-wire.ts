import { z } from "@medusajs/framework/zod"

import type { AdminDriver } from "../../../../sdk/types"

const instant = z.coerce.date().transform((date) => date.toISOString())

const driverSchema = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable().default(null),
  is_active: z.boolean(),
  created_at: instant,
  updated_at: instant,
})

export const DRIVER_FIELDS = Object.keys(driverSchema.shape)

/** A driver as the dashboard reads it. */
export const toAdminDriver = (driver: unknown): AdminDriver =>
  driverSchema.parse(driver)
