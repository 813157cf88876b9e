import type { TFunction } from "i18next"
import { z } from "zod"

import type { AdminDeliveryWindow } from "../../../../../../sdk/types"
import type { WindowChange } from "../../../../../hooks/api/windows"
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

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const LAST_LEAD_DAY = 60
/** What the server takes, in the units of the form. */
const MOST = {
  orders: 100_000,
  kilograms: 1_000_000,
  minutes: 100_000,
  amount: 1_000_000,
  days: 365,
} as const

/** The window form, whose fields are text as typed. */
export const createWindowSchema = (t: TFunction<"cornerstore">) => {
  const time = z.string().regex(TIME, t("windows.errors.time"))
  const amount = t("windows.errors.price")
  const optional = (accepts: (text: string) => boolean, message: string) =>
    z.string().refine(orEmpty(accepts), message)

  return (
    z
      .object({
        /** One window is saved for each. */
        weekdays: z
          .array(z.string().regex(/^[1-7]$/))
          .min(1, t("windows.errors.weekdays")),
        starts_at: time,
        ends_at: time,
        capacity: z
          .string()
          .refine(isWhole(0, MOST.orders), t("windows.errors.capacity")),
        lead_days: z
          .string()
          .refine(
            isWhole(0, LAST_LEAD_DAY),
            t("windows.errors.leadDays", { max: LAST_LEAD_DAY })
          ),
        cutoff_time: time,
        price: z.string().refine(isAmount(MOST.amount), amount),
        is_active: z.boolean(),
        /** Kilograms. */
        capacity_weight: optional(
          isAmount(MOST.kilograms),
          t("windows.errors.weight")
        ),
        capacity_minutes: optional(
          isWhole(0, MOST.minutes),
          t("windows.errors.minutes")
        ),
        minimum_order: optional(isAmount(MOST.amount), amount),
        free_over: optional(isAmount(MOST.amount), amount),
        early_group_ids: z.array(z.string()),
        public_days: optional(
          isWhole(0, MOST.days),
          t("windows.errors.publicDays", { max: MOST.days })
        ),
      })
      // An end before the start is on the next day.
      .refine(({ starts_at, ends_at }) => ends_at !== starts_at, {
        path: ["ends_at"],
        message: t("windows.errors.order"),
      })
      .refine(
        ({ early_group_ids, public_days }) =>
          early_group_ids.length === 0 || public_days.trim() !== "",
        {
          path: ["public_days"],
          message: t("windows.errors.publicDaysMissing"),
        }
      )
  )
}

export type WindowValues = z.infer<ReturnType<typeof createWindowSchema>>

/** Fields that most windows leave alone. */
export const MORE_FIELDS = [
  "capacity_weight",
  "capacity_minutes",
  "minimum_order",
  "free_over",
  "early_group_ids",
  "public_days",
] as const

/** Whether a window says anything there. */
export const saysMore = (values: WindowValues): boolean =>
  MORE_FIELDS.some((field) => values[field].length > 0)

/** Whether a window with these hours goes over midnight. */
export const endsNextDay = (startsAt: string, endsAt: string): boolean =>
  TIME.test(startsAt) && TIME.test(endsAt) && endsAt < startsAt

/** @param weekday - ISO, as the link carried it; none chosen without it */
export function emptyWindow(weekday: string | null): WindowValues {
  return {
    weekdays: weekday && /^[1-7]$/.test(weekday) ? [weekday] : [],
    starts_at: "",
    ends_at: "",
    capacity: "",
    lead_days: "0",
    cutoff_time: "",
    price: "0",
    is_active: true,
    capacity_weight: "",
    capacity_minutes: "",
    minimum_order: "",
    free_over: "",
    early_group_ids: [],
    public_days: "",
  }
}

export function toWindowValues(window: AdminDeliveryWindow): WindowValues {
  return {
    weekdays: [String(window.weekday)],
    starts_at: window.starts_at,
    ends_at: window.ends_at,
    capacity: String(window.capacity.orders),
    lead_days: String(window.lead_days),
    cutoff_time: window.cutoff_time,
    price: String(window.price),
    is_active: window.is_active,
    capacity_weight: toKilograms(window.capacity.weight_grams),
    capacity_minutes: toText(window.capacity.minutes),
    minimum_order: toText(window.minimum_order),
    free_over: toText(window.free_over),
    early_group_ids: window.early_group_ids,
    public_days: toText(window.public_days),
  }
}

/** The same window for other days, which are still to be chosen. */
export const copyOfWindow = (window: AdminDeliveryWindow): WindowValues => ({
  ...toWindowValues(window),
  weekdays: [],
})

/**
 * What is sent, one window for each weekday in the order of the week; the
 * values must have passed the schema.
 */
export function toWindowChanges(values: WindowValues): WindowChange[] {
  const change = {
    starts_at: values.starts_at,
    ends_at: values.ends_at,
    capacity: {
      orders: Number(values.capacity),
      weight_grams: toGrams(values.capacity_weight),
      minutes: toNumberOrNull(values.capacity_minutes),
    },
    lead_days: Number(values.lead_days),
    cutoff_time: values.cutoff_time,
    price: toNumber(values.price),
    is_active: values.is_active,
    minimum_order: toNumberOrNull(values.minimum_order),
    free_over: toNumberOrNull(values.free_over),
    early_group_ids: values.early_group_ids,
    public_days: toNumberOrNull(values.public_days),
  }
  return [...values.weekdays]
    .sort()
    .map((weekday) => ({ ...change, weekday: Number(weekday) }))
}
