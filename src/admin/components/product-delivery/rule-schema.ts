import type { TFunction } from "i18next"
import { z } from "zod"

import type { DeliveryRule, UpdateDeliveryRule } from "../../../sdk/types"
import { isDay } from "../../lib/dates"

const MOST_LEAD_DAYS = 365
const MOST_PIECES = 1_000_000

/** How the days of delivery are said. */
export const DAY_MODES = ["any", "weekdays", "dates"] as const
export type DayMode = (typeof DAY_MODES)[number]

/** The rule form, whose numbers and days are text as typed. */
export const createRuleSchema = (t: TFunction<"cornerstore">) => {
  const dayOrNothing = z
    .string()
    .refine((text) => text === "" || isDay(text), t("productDays.errors.day"))
  return z
    .object({
      is_preorder: z.boolean(),
      lead_days: z
        .string()
        .trim()
        .refine(
          (text) => /^\d+$/.test(text) && Number(text) <= MOST_LEAD_DAYS,
          t("productDays.errors.leadDays", { max: MOST_LEAD_DAYS })
        ),
      mode: z.enum(DAY_MODES),
      weekdays: z.array(z.number()),
      dates: z.array(z.string()),
      available_from: dayOrNothing,
      available_until: dayOrNothing,
      blackouts: z.array(z.string()),
      daily_capacity: z
        .string()
        .trim()
        .refine(
          (text) =>
            text === "" || (/^\d+$/.test(text) && Number(text) <= MOST_PIECES),
          t("productDays.errors.capacity")
        ),
    })
    .refine(({ mode, weekdays }) => mode !== "weekdays" || weekdays.length, {
      path: ["weekdays"],
      message: t("productDays.errors.weekdays"),
    })
    .refine(({ mode, dates }) => mode !== "dates" || dates.length, {
      path: ["dates"],
      message: t("productDays.errors.dates"),
    })
    .refine(
      ({ available_from: from, available_until: until }) =>
        !from || !until || from <= until,
      { path: ["available_until"], message: t("productDays.errors.order") }
    )
}

export type RuleValues = z.infer<ReturnType<typeof createRuleSchema>>

/** @param rule - null for a product that goes on any day */
export function toRuleValues(rule: DeliveryRule | null): RuleValues {
  return {
    is_preorder: rule?.is_preorder ?? false,
    lead_days: String(rule?.lead_days ?? 0),
    mode: rule?.dates.length
      ? "dates"
      : rule?.weekdays.length
        ? "weekdays"
        : "any",
    weekdays: rule?.weekdays ?? [],
    dates: rule?.dates ?? [],
    available_from: rule?.available_from ?? "",
    available_until: rule?.available_until ?? "",
    blackouts: rule?.blackouts ?? [],
    daily_capacity: rule?.daily_capacity?.toString() ?? "",
  }
}

/** What is sent; the values must have passed the schema. */
export function toRuleInput(values: RuleValues): Required<UpdateDeliveryRule> {
  return {
    is_preorder: values.is_preorder,
    lead_days: Number(values.lead_days),
    available_from: values.available_from || null,
    available_until: values.available_until || null,
    weekdays: values.mode === "weekdays" ? values.weekdays : [],
    dates: values.mode === "dates" ? values.dates : [],
    blackouts: values.blackouts,
    daily_capacity:
      values.daily_capacity === "" ? null : Number(values.daily_capacity),
  }
}

/** A day, or the first and the last, as a rule writes them; null for neither. */
export function toDayOrRange(first: string, last: string): string | null {
  if (
    !isDay(first) ||
    (last !== "" && !isDay(last)) ||
    (last && last < first)
  ) {
    return null
  }
  return last === "" || last === first ? first : `${first}/${last}`
}
