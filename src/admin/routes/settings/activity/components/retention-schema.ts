import type { TFunction } from "i18next"
import { z } from "zod"

import type { ActivitySettings } from "../../../../../sdk/types"

/** The classes of data that have a time of their own. */
export const RETENTIONS = [
  "events_months",
  "visits_months",
  "logins_months",
] as const

const MOST_MONTHS = 120

/** The form of how long what is kept, whose numbers are text as typed. */
export const createRetentionSchema = (t: TFunction<"cornerstore">) => {
  const months = z
    .string()
    .trim()
    .refine(
      (text) => /^[1-9]\d*$/.test(text) && Number(text) <= MOST_MONTHS,
      t("activitySettings.errors.months", { max: MOST_MONTHS })
    )
  return z.object({
    events_months: months,
    visits_months: months,
    logins_months: months,
  })
}

export type RetentionValues = z.infer<ReturnType<typeof createRetentionSchema>>

export const toRetentionValues = (
  retention: ActivitySettings["retention"]
): RetentionValues => ({
  events_months: String(retention.events_months),
  visits_months: String(retention.visits_months),
  logins_months: String(retention.logins_months),
})

/** What is sent; the values must have passed the schema. */
export const toRetentionChanges = (
  values: RetentionValues
): ActivitySettings["retention"] => ({
  events_months: Number(values.events_months),
  visits_months: Number(values.visits_months),
  logins_months: Number(values.logins_months),
})
