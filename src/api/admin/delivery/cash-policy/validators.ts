import { z } from "@medusajs/framework/zod"

import type { CashPolicy } from "../../../../sdk/types"

const MOST_CASH = 1_000_000_000
const MOST_ORDERS = 1_000

const amount = z.number().min(0).max(MOST_CASH).nullable()

/** Body of `POST /admin/delivery/cash-policy`, the whole policy. Major units; null is no limit, 0 no cash. */
export const AdminSetCashPolicy = z
  .object({
    limit: amount,
    new_customer_limit: amount,
    known_after_orders: z.number().int().min(0).max(MOST_ORDERS),
    guest_limit: amount,
    refuse_after_failures: z.number().int().min(1).max(MOST_ORDERS).nullable(),
  })
  .strict() satisfies z.ZodType<CashPolicy>

export type AdminSetCashPolicyType = z.infer<typeof AdminSetCashPolicy>
