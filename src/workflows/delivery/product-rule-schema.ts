import { z } from "@medusajs/framework/zod"

import { isLocalDate } from "../../modules/delivery/domain/local-time"
import {
  isDayOrRange,
  ProductRule,
  ruleProblem,
} from "../../modules/delivery/domain/product-days"

/** A product cannot be ordered further ahead than this may ask for. */
const MOST_LEAD_DAYS = 365
const MOST_DATES = 366
const MOST_PIECES = 1_000_000

/** A day that exists, in the shop's zone: 29 February only in leap years. */
export const calendarDay = z
  .string()
  .refine(isLocalDate, "must be a day such as 2026-11-21")

const dayOrRange = z
  .string()
  .refine(
    isDayOrRange,
    "must be a day such as 2026-12-24, or the first and the last such as 2026-12-24/2026-12-26"
  )

const sorted = <T extends string | number>(values: T[]): T[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))

/** What an owner can say about the days of a product, each part by itself. */
export const productRuleFields = z
  .object({
    is_preorder: z.boolean(),
    lead_days: z.int().min(0).max(MOST_LEAD_DAYS),
    available_from: calendarDay.nullable(),
    available_until: calendarDay.nullable(),
    weekdays: z.array(z.int().min(1).max(7)).max(7).transform(sorted),
    dates: z.array(calendarDay).max(MOST_DATES).transform(sorted),
    blackouts: z.array(dayOrRange).max(MOST_DATES).transform(sorted),
    daily_capacity: z.int().min(0).max(MOST_PIECES).nullable(),
  } satisfies Record<keyof ProductRule, z.ZodType>)
  .strict()

/** A whole rule whose parts fit together. */
export const productRuleSchema = productRuleFields.superRefine(
  (rule, context) => {
    const problem = ruleProblem(rule)
    if (problem) {
      context.addIssue({
        code: "custom",
        path: [problem.field],
        message: problem.message,
      })
    }
  }
)
