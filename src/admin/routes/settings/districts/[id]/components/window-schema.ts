import type { TFunction } from "i18next"
import { z } from "zod"

import type { AdminDeliveryWindow } from "../../../../../../sdk/types"
import type { WindowChange } from "../../../../../hooks/api/windows"

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const LAST_LEAD_DAY = 60

/** The window form, whose fields are text as typed. */
export const createWindowSchema = (t: TFunction<"cornerstore">) => {
  const time = z.string().regex(TIME, t("windows.errors.time"))
  const whole = (min: number, max: number, message: string) =>
    z
      .string()
      .refine(
        (text) =>
          /^\d+$/.test(text.trim()) &&
          Number(text) >= min &&
          Number(text) <= max,
        message
      )

  return z
    .object({
      weekday: z.string().regex(/^[1-7]$/),
      starts_at: time,
      ends_at: time,
      capacity: whole(0, 100_000, t("windows.errors.capacity")),
      lead_days: whole(
        0,
        LAST_LEAD_DAY,
        t("windows.errors.leadDays", { max: LAST_LEAD_DAY })
      ),
      cutoff_time: time,
      price: z.string().regex(/^\d+([.,]\d{1,3})?$/, t("windows.errors.price")),
      is_active: z.boolean(),
    })
    .refine(({ starts_at, ends_at }) => ends_at > starts_at, {
      path: ["ends_at"],
      message: t("windows.errors.order"),
    })
}

export type WindowValues = z.infer<ReturnType<typeof createWindowSchema>>

const linkSchema = z.object({ weekday: z.int().min(1).max(7) })

/** @param link - what the link carried: the weekday, or nothing for Monday */
export function emptyWindow(link: unknown): WindowValues {
  const { data } = linkSchema.safeParse(link)
  return {
    weekday: String(data?.weekday ?? 1),
    starts_at: "",
    ends_at: "",
    capacity: "",
    lead_days: "0",
    cutoff_time: "",
    price: "0",
    is_active: true,
  }
}

export function toWindowValues(window: AdminDeliveryWindow): WindowValues {
  return {
    weekday: String(window.weekday),
    starts_at: window.starts_at,
    ends_at: window.ends_at,
    capacity: String(window.capacity.orders),
    lead_days: String(window.lead_days),
    cutoff_time: window.cutoff_time,
    price: String(window.price),
    is_active: window.is_active,
  }
}

/** What is sent; the values must have passed the schema. */
export function toWindowChange(values: WindowValues): WindowChange {
  return {
    weekday: Number(values.weekday),
    starts_at: values.starts_at,
    ends_at: values.ends_at,
    capacity: { orders: Number(values.capacity) },
    lead_days: Number(values.lead_days),
    cutoff_time: values.cutoff_time,
    price: Number(values.price.replace(",", ".")),
    is_active: values.is_active,
  }
}
