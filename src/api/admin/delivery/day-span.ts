import { z } from "@medusajs/framework/zod"

import {
  addDays,
  LOCAL_DATE,
} from "../../../modules/delivery/domain/local-time"

/** Tours of more days are no use, and take long to measure. */
const MOST_DAYS = 31

const day = z.string().regex(LOCAL_DATE, "must be a day such as 2026-11-21")

/** Days of the shop, the last one included: the fields, and what they must be together. */
export const daySpan = {
  shape: { from: day, to: day },
  check: (
    { from, to }: { from: string; to: string },
    context: z.RefinementCtx
  ): void => {
    if (to < from) {
      context.addIssue({
        code: "custom",
        path: ["to"],
        message: "must not be before from",
      })
    } else if (to > addDays(from, MOST_DAYS - 1)) {
      context.addIssue({
        code: "custom",
        path: ["to"],
        message: `must be within ${MOST_DAYS} days of from`,
      })
    }
  },
}
