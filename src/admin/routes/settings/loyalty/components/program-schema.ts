import type { TFunction } from "i18next"
import { z } from "zod"

import type { LoyaltyProgram } from "../../../../../sdk/types"
import type { LoyaltyProgramChanges } from "../../../../hooks/api/loyalty"

const MOST_POINTS = 100_000
const LONGEST_WINDOW = 365
const LONGEST_EXPIRY = 600
const SHORTEST_MONTH_DAYS = 28

const toNumber = (text: string) => Number(text.trim().replace(",", "."))

/** The programme form, whose numbers are text as typed. */
export const createProgramSchema = (t: TFunction<"cornerstore">) =>
  z
    .object({
      is_active: z.boolean(),
      points_per_unit: z
        .string()
        .trim()
        .refine(
          (text) =>
            /^\d+([.,]\d{1,6})?$/.test(text) && toNumber(text) <= MOST_POINTS,
          t("loyaltyProgram.errors.points")
        ),
      rounding: z.enum(["order", "line"]),
      return_window_days: z
        .string()
        .trim()
        .refine(
          (text) => /^\d+$/.test(text) && Number(text) <= LONGEST_WINDOW,
          t("loyaltyProgram.errors.window", { max: LONGEST_WINDOW })
        ),
      expiry_months: z
        .string()
        .trim()
        .refine(
          (text) =>
            text === "" ||
            (/^[1-9]\d*$/.test(text) && Number(text) <= LONGEST_EXPIRY),
          t("loyaltyProgram.errors.expiry", { max: LONGEST_EXPIRY })
        ),
    })
    .refine(
      ({ expiry_months, return_window_days }) =>
        expiry_months === "" ||
        Number(expiry_months) * SHORTEST_MONTH_DAYS >
          Number(return_window_days),
      {
        path: ["expiry_months"],
        message: t("loyaltyProgram.errors.beforeWindow"),
      }
    )

export type ProgramValues = z.infer<ReturnType<typeof createProgramSchema>>

export function toProgramValues(program: LoyaltyProgram): ProgramValues {
  return {
    is_active: program.is_active,
    points_per_unit: String(program.points_per_unit),
    rounding: program.rounding,
    return_window_days: String(program.return_window_days),
    expiry_months:
      program.expiry_months === null ? "" : String(program.expiry_months),
  }
}

/** What is sent; the values must have passed the schema. */
export function toProgramChanges(values: ProgramValues): LoyaltyProgramChanges {
  const { is_active, rounding, expiry_months } = values
  return {
    is_active,
    rounding,
    points_per_unit: toNumber(values.points_per_unit),
    return_window_days: Number(values.return_window_days),
    expiry_months: expiry_months.trim() === "" ? null : Number(expiry_months),
  }
}
