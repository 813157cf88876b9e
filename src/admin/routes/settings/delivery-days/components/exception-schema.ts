import type { TFunction } from "i18next"
import { z } from "zod"

import type {
  AdminDeliveryException,
  AdminDeliveryExceptionInput,
} from "../../../../../sdk/types"
import { isDay } from "../../../../lib/dates"
import {
  isAmount,
  isWhole,
  orEmpty,
  toGrams,
  toKilograms,
  toNumberOrNull,
  toText,
} from "../../../../lib/typed-numbers"

export const KINDS = ["closed", "changed", "extra"] as const
/** A choice that a select cannot leave empty: the whole shop, or every window. */
export const ALL = "all"

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const MOST = {
  leadDays: 60,
  orders: 100_000,
  minutes: 100_000,
  kilograms: 1_000_000,
  amount: 1_000_000,
} as const

/** What a changed day may say instead of its windows. */
const CHANGES = [
  "starts_at",
  "ends_at",
  "cutoff_time",
  "lead_days",
  "orders",
  "weight",
  "minutes",
  "price",
] as const

const NEEDED_BY_EXTRA = [
  "starts_at",
  "ends_at",
  "cutoff_time",
  "orders",
  "price",
] as const

/** The form of a day unlike others; its fields are text as typed. */
export const createExceptionSchema = (t: TFunction<"cornerstore">) => {
  const time = z.string().refine(orEmpty(isTime), t("windows.errors.time"))
  const amount = z
    .string()
    .refine(orEmpty(isAmount(MOST.amount)), t("windows.errors.price"))
  const day = z.string().refine(isDay, t("deliveryDays.errors.day"))

  return z
    .object({
      name: z.string().trim().min(1, t("deliveryDays.errors.name")),
      kind: z.enum(KINDS),
      starts_on: day,
      /** Empty for one day. */
      ends_on: z.string().refine(orEmpty(isDay), t("deliveryDays.errors.day")),
      repeats_yearly: z.boolean(),
      district_id: z.string().min(1),
      window_id: z.string().min(1),
      starts_at: time,
      ends_at: time,
      cutoff_time: time,
      lead_days: z
        .string()
        .refine(
          orEmpty(isWhole(0, MOST.leadDays)),
          t("windows.errors.leadDays", { max: MOST.leadDays })
        ),
      orders: z
        .string()
        .refine(orEmpty(isWhole(0, MOST.orders)), t("windows.errors.capacity")),
      /** Kilograms. */
      weight: z
        .string()
        .refine(orEmpty(isAmount(MOST.kilograms)), t("windows.errors.weight")),
      minutes: z
        .string()
        .refine(orEmpty(isWhole(0, MOST.minutes)), t("windows.errors.minutes")),
      price: amount,
    })
    .superRefine((values, context) => {
      const refuse = (path: keyof typeof values, message: string) =>
        context.addIssue({ code: "custom", path: [path], message })

      if (values.ends_on !== "" && values.ends_on < values.starts_on) {
        refuse("ends_on", t("deliveryDays.errors.order"))
      }
      if (values.repeats_yearly && isYearOrMore(values)) {
        refuse("ends_on", t("deliveryDays.errors.year"))
      }
      if (
        values.kind === "changed" &&
        CHANGES.every((field) => values[field].trim() === "")
      ) {
        refuse("kind", t("deliveryDays.errors.nothing"))
      }
      if (values.kind === "extra") {
        if (values.district_id === ALL) {
          refuse("district_id", t("deliveryDays.errors.district"))
        }
        for (const field of NEEDED_BY_EXTRA) {
          if (values[field].trim() === "") {
            refuse(field, t("deliveryDays.errors.needed"))
          }
        }
      }
      if (
        values.kind !== "closed" &&
        values.starts_at !== "" &&
        values.starts_at === values.ends_at
      ) {
        refuse("ends_at", t("windows.errors.order"))
      }
    })
}

export type ExceptionValues = z.infer<ReturnType<typeof createExceptionSchema>>

const isTime = (text: string): boolean => TIME.test(text)

/** Whether the days are so many that they would meet themselves next year. */
const isYearOrMore = ({
  starts_on,
  ends_on,
}: Pick<ExceptionValues, "starts_on" | "ends_on">): boolean =>
  ends_on >= `${Number(starts_on.slice(0, 4)) + 1}${starts_on.slice(4)}`

/** @param districtId - the list was narrowed to it, or null */
export function emptyException(districtId: string | null): ExceptionValues {
  return {
    name: "",
    kind: "closed",
    starts_on: "",
    ends_on: "",
    repeats_yearly: false,
    district_id: districtId ?? ALL,
    window_id: ALL,
    starts_at: "",
    ends_at: "",
    cutoff_time: "",
    lead_days: "",
    orders: "",
    weight: "",
    minutes: "",
    price: "",
  }
}

export function toExceptionValues(
  exception: AdminDeliveryException
): ExceptionValues {
  const { capacity } = exception
  return {
    name: exception.name,
    kind: exception.kind,
    starts_on: exception.starts_on,
    ends_on: exception.ends_on === exception.starts_on ? "" : exception.ends_on,
    repeats_yearly: exception.repeats_yearly,
    district_id: exception.district_id ?? ALL,
    window_id: exception.window_id ?? ALL,
    starts_at: exception.starts_at ?? "",
    ends_at: exception.ends_at ?? "",
    cutoff_time: exception.cutoff_time ?? "",
    lead_days: toText(exception.lead_days),
    orders: toText(capacity.orders),
    weight: toKilograms(capacity.weight_grams),
    minutes: toText(capacity.minutes),
    price: toText(exception.price),
  }
}

/**
 * What is sent; the values must have passed the schema. What was typed for
 * another kind is left out.
 */
export function toExceptionInput(
  values: ExceptionValues
): AdminDeliveryExceptionInput {
  const { kind } = values
  const district_id = values.district_id === ALL ? null : values.district_id
  const named = kind !== "closed"
  const time = (text: string) => (named && text !== "" ? text : null)
  const number = (text: string) => (named ? toNumberOrNull(text) : null)
  return {
    name: values.name.trim(),
    kind,
    starts_on: values.starts_on,
    ends_on: values.ends_on || values.starts_on,
    repeats_yearly: values.repeats_yearly,
    district_id,
    window_id:
      kind === "extra" || district_id === null || values.window_id === ALL
        ? null
        : values.window_id,
    starts_at: time(values.starts_at),
    ends_at: time(values.ends_at),
    cutoff_time: time(values.cutoff_time),
    lead_days: number(values.lead_days),
    capacity: {
      orders: number(values.orders),
      weight_grams: named ? toGrams(values.weight) : null,
      minutes: number(values.minutes),
    },
    price: number(values.price),
  }
}
