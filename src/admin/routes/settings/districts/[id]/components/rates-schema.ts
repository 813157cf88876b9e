import type { TFunction } from "i18next"
import { z } from "zod"

import type { AdminDistrict } from "../../../../../../sdk/types"
import type { DistrictRates } from "../../../../../hooks/api/districts"
import {
  isAmount,
  isWhole,
  orEmpty,
  toGrams,
  toKilograms,
  toNumber,
  toNumberOrNull,
  toText,
} from "../../../../../lib/typed-numbers"

const MOST_MINUTES = 1_440
const MOST_KILOGRAMS = 1_000_000
const MOST_AMOUNT = 1_000_000
const ALL = 100

/** What a district's deliveries cost and take; numbers are text as typed. */
export const createRatesSchema = (t: TFunction<"cornerstore">) =>
  z.object({
    stop_minutes: z
      .string()
      .refine(
        isWhole(0, MOST_MINUTES),
        t("rates.errors.minutes", { max: MOST_MINUTES })
      ),
    cash_limit: z
      .string()
      .refine(orEmpty(isAmount(MOST_AMOUNT)), t("rates.errors.cash")),
    weight_steps: z
      .array(
        z.object({
          /** Kilograms. */
          over: z
            .string()
            .refine(isAmount(MOST_KILOGRAMS), t("rates.errors.weight")),
          add: z.string().refine(isAmount(MOST_AMOUNT), t("rates.errors.add")),
        })
      )
      .superRefine((steps, context) =>
        repeated(steps.map(({ over }) => toGrams(over))).forEach((index) =>
          context.addIssue({
            code: "custom",
            path: [index, "over"],
            message: t("rates.errors.sameWeight"),
          })
        )
      ),
    group_prices: z
      .array(
        z.object({
          group_id: z.string().min(1, t("rates.errors.group")),
          percent: z.string().refine(isAmount(ALL), t("rates.errors.percent")),
        })
      )
      .superRefine((prices, context) =>
        repeated(prices.map(({ group_id }) => group_id)).forEach((index) =>
          context.addIssue({
            code: "custom",
            path: [index, "group_id"],
            message: t("rates.errors.sameGroup"),
          })
        )
      ),
  })

export type RatesValues = z.infer<ReturnType<typeof createRatesSchema>>

/** Where a value stands that came before. */
const repeated = <T>(values: T[]): number[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) < index ? [index] : []
  )

export function toRatesValues({
  stop_minutes,
  cash_limit,
  rates,
}: Pick<AdminDistrict, "stop_minutes" | "cash_limit" | "rates">): RatesValues {
  return {
    stop_minutes: String(stop_minutes),
    cash_limit: toText(cash_limit),
    weight_steps: rates.weight_steps.map(({ over_grams, add }) => ({
      over: toKilograms(over_grams),
      add: String(add),
    })),
    group_prices: rates.group_prices.map(
      ({ customer_group_id, percent_off }) => ({
        group_id: customer_group_id,
        percent: String(percent_off),
      })
    ),
  }
}

/** What is sent, the lightest step first; the values must have passed the schema. */
export function toRates(values: RatesValues): DistrictRates {
  return {
    stop_minutes: Number(values.stop_minutes),
    cash_limit: toNumberOrNull(values.cash_limit),
    rates: {
      weight_steps: values.weight_steps
        .map(({ over, add }) => ({
          over_grams: toGrams(over) ?? 0,
          add: toNumber(add),
        }))
        .sort((a, b) => a.over_grams - b.over_grams),
      group_prices: values.group_prices.map(({ group_id, percent }) => ({
        customer_group_id: group_id,
        percent_off: toNumber(percent),
      })),
    },
  }
}
