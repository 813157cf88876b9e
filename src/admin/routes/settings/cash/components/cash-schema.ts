import type { TFunction } from "i18next"
import { z } from "zod"

import type { CashPolicy } from "../../../../../sdk/types"
import {
  isAmount,
  isWhole,
  orEmpty,
  toNumber,
  toNumberOrNull,
  toText,
} from "../../../../lib/typed-numbers"

const MOST_ORDERS = 1_000
const MOST_CASH = 1_000_000_000

/** The form of the cash limits, whose numbers are text as typed. */
export const createCashSchema = (t: TFunction<"cornerstore">) => {
  const text = (accepts: (typed: string) => boolean, problem: string) =>
    z.string().trim().refine(accepts, problem)
  const amount = text(
    orEmpty(isAmount(MOST_CASH)),
    t("cashPolicy.errors.amount")
  )
  return z.object({
    limit: amount,
    guest_limit: amount,
    new_customer_limit: amount,
    known_after_orders: text(
      isWhole(0, MOST_ORDERS),
      t("cashPolicy.errors.orders", { max: MOST_ORDERS })
    ),
    refuse_after_failures: text(
      orEmpty(isWhole(1, MOST_ORDERS)),
      t("cashPolicy.errors.failures", { max: MOST_ORDERS })
    ),
  })
}

export type CashValues = z.infer<ReturnType<typeof createCashSchema>>

export const toCashValues = (policy: CashPolicy): CashValues => ({
  limit: toText(policy.limit),
  guest_limit: toText(policy.guest_limit),
  new_customer_limit: toText(policy.new_customer_limit),
  known_after_orders: toText(policy.known_after_orders),
  refuse_after_failures: toText(policy.refuse_after_failures),
})

/** What is sent; the values must have passed the schema. */
export const toCashPolicy = (values: CashValues): CashPolicy => ({
  limit: toNumberOrNull(values.limit),
  guest_limit: toNumberOrNull(values.guest_limit),
  new_customer_limit: toNumberOrNull(values.new_customer_limit),
  known_after_orders: toNumber(values.known_after_orders),
  refuse_after_failures: toNumberOrNull(values.refuse_after_failures),
})
