import { z } from "@medusajs/framework/zod"

import type { AdminDeliveryWindow, AdminDistrict } from "../../../sdk/types"

const instant = z.coerce.date().transform((date) => date.toISOString())

const districtSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    priority: z.number(),
    is_active: z.boolean(),
    aliases: z.array(z.string()),
    postal_codes: z.array(z.string()),
    boundary: z.custom<AdminDistrict["boundary"]>().nullable().default(null),
    windows: z.array(z.object({ id: z.string() })).default([]),
    created_at: instant,
    updated_at: instant,
  })
  .transform(({ windows, ...district }) => ({
    ...district,
    windows_count: windows.length,
  }))

/** A district as the dashboard reads it. */
export const toAdminDistrict = (district: unknown): AdminDistrict =>
  districtSchema.parse(district)

const windowSchema = z
  .object({
    id: z.string(),
    district_id: z.string(),
    weekday: z.number(),
    starts_at: z.string(),
    ends_at: z.string(),
    capacity_orders: z.number(),
    lead_days: z.number(),
    cutoff_time: z.string(),
    price: z.coerce.number(),
    is_active: z.boolean(),
  })
  .transform(({ capacity_orders, ...window }) => ({
    ...window,
    capacity: { orders: capacity_orders },
  }))

/** A window as the dashboard reads it. */
export const toAdminWindow = (window: unknown): AdminDeliveryWindow =>
  windowSchema.parse(window)
