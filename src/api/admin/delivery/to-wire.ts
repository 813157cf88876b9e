import { z } from "@medusajs/framework/zod"

import { EXCEPTION_KINDS } from "../../../modules/delivery/domain/exceptions"
import type {
  AdminDeliveryException,
  AdminDeliveryWindow,
  AdminDistrict,
} from "../../../sdk/types"
import { deliveryRates } from "../../../workflows/delivery/rates-schema"

const instant = z.coerce.date().transform((date) => date.toISOString())
/** `numeric` comes as text or as Medusa's BigNumber; null must not become 0. */
const amountOrNull = z
  .unknown()
  .transform((value) =>
    value === null || value === undefined ? null : Number(value)
  )

const districtSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    priority: z.number(),
    is_active: z.boolean(),
    aliases: z.array(z.string()),
    postal_codes: z.array(z.string()),
    boundary: z.custom<AdminDistrict["boundary"]>().nullable().default(null),
    stop_minutes: z.number(),
    rates: z.unknown().transform(deliveryRates),
    cash_limit: amountOrNull,
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
    capacity_weight_grams: z.number().nullable(),
    capacity_minutes: z.number().nullable(),
    lead_days: z.number(),
    cutoff_time: z.string(),
    price: z.coerce.number(),
    minimum_order: amountOrNull,
    free_over: amountOrNull,
    early_group_ids: z.array(z.string()),
    public_days: z.number().nullable(),
    is_active: z.boolean(),
  })
  .transform(
    ({
      capacity_orders,
      capacity_weight_grams,
      capacity_minutes,
      ...window
    }) => ({
      ...window,
      capacity: {
        orders: capacity_orders,
        weight_grams: capacity_weight_grams,
        minutes: capacity_minutes,
      },
    })
  )

/** A window as the dashboard reads it. */
export const toAdminWindow = (window: unknown): AdminDeliveryWindow =>
  windowSchema.parse(window)

const exceptionSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(EXCEPTION_KINDS),
    district_id: z.string().nullable(),
    window_id: z.string().nullable(),
    starts_on: z.string(),
    ends_on: z.string(),
    repeats_yearly: z.boolean(),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    cutoff_time: z.string().nullable(),
    lead_days: z.number().nullable(),
    capacity_orders: z.number().nullable(),
    capacity_weight_grams: z.number().nullable(),
    capacity_minutes: z.number().nullable(),
    price: amountOrNull,
    created_at: instant,
    updated_at: instant,
  })
  .transform(
    ({
      capacity_orders,
      capacity_weight_grams,
      capacity_minutes,
      ...exception
    }) => ({
      ...exception,
      capacity: {
        orders: capacity_orders,
        weight_grams: capacity_weight_grams,
        minutes: capacity_minutes,
      },
    })
  )

/** An exception as the dashboard reads it. */
export const toAdminException = (exception: unknown): AdminDeliveryException =>
  exceptionSchema.parse(exception)
