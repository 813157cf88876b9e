import { z } from "@medusajs/framework/zod"

import { ROUNDINGS } from "../../../modules/loyalty_points/domain/program"

/** Query of `GET /admin/loyalty/accounts/:customer_id/entries`. */
export const AdminGetLoyaltyEntries = z
  .object({
    limit: z.coerce.number().int().min(1).max(200).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()
export type AdminGetLoyaltyEntriesType = z.infer<typeof AdminGetLoyaltyEntries>

const MOST_POINTS = 10_000_000

/** Header that can carry the key of an adjustment instead of its body. */
export const IDEMPOTENCY_HEADER = "idempotency-key"
export const idempotencyKey = z.string().trim().min(1).max(200)

/** Body of `POST /admin/loyalty/accounts/:customer_id/adjustments`. */
export const AdminAdjustLoyalty = z
  .object({
    /** Signed; at most ten million either way. */
    points: z
      .int()
      .min(-MOST_POINTS)
      .max(MOST_POINTS)
      .refine((points) => points !== 0, "must not be zero"),
    reason: z.string().trim().min(1).max(500),
    /** A request that is repeated with the same key counts once. */
    idempotency_key: idempotencyKey.optional(),
  })
  .strict()
export type AdminAdjustLoyaltyType = z.infer<typeof AdminAdjustLoyalty>

/** Body of `POST /admin/loyalty/program`: what is to change. */
export const AdminUpdateLoyaltyProgram = z
  .object({
    is_active: z.boolean(),
    points_per_unit: z.number().min(0).max(100_000).multipleOf(0.000001),
    rounding: z.enum(ROUNDINGS),
    return_window_days: z.int().min(0).max(365),
    expiry_months: z.int().min(1).max(600).nullable(),
  })
  .partial()
  .strict()
  .refine((changes) => Object.keys(changes).length > 0, "names no change")
export type AdminUpdateLoyaltyProgramType = z.infer<
  typeof AdminUpdateLoyaltyProgram
>
