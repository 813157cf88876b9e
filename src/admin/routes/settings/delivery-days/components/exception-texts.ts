import type { TFunction } from "i18next"

import type {
  AdminDeliveryException,
  AdminDeliveryWindow,
  AdminDistrict,
} from "../../../../../sdk/types"
import {
  formatDays,
  formatHours,
  formatTime,
  formatWeekday,
} from "../../../../lib/dates"
import { formatMoney } from "../../../../lib/money"
import { formatWeight } from "../../../../lib/weight"
import { nextDays } from "./exception-days"

type Words = { t: TFunction<"cornerstore">; locale: string }

/** `Saturday, 9:00 – 11:00 AM` */
export const windowName = (
  window: Pick<AdminDeliveryWindow, "weekday" | "starts_at" | "ends_at">,
  locale: string
): string =>
  `${formatWeekday(window.weekday, locale)}, ${formatHours(window.starts_at, window.ends_at, locale)}`

/** The days that come next, or those that are over. */
export function daysText(
  exception: Pick<
    AdminDeliveryException,
    "starts_on" | "ends_on" | "repeats_yearly"
  >,
  today: string,
  locale: string
): string {
  const { from, to } = nextDays(exception, today) ?? {
    from: exception.starts_on,
    to: exception.ends_on,
  }
  return formatDays(from, to, locale, today)
}

/** Whom it is for: the whole shop, a district, or one window of it. */
export function scopeText(
  { district_id, window_id }: AdminDeliveryException,
  districts: AdminDistrict[] | undefined,
  windows: AdminDeliveryWindow[] | undefined,
  { t, locale }: Words
): string {
  if (district_id === null && window_id === null) {
    return t("deliveryDays.scope.everywhere")
  }
  const district = districts?.find(({ id }) => id === district_id)
  const window = windows?.find(({ id }) => id === window_id)
  return [
    ...(district_id === null ? [] : [district?.name ?? district_id]),
    ...(window_id === null
      ? []
      : [window ? windowName(window, locale) : window_id]),
  ].join(", ")
}

/** What is different on these days; empty for closed ones. */
export function changeTexts(
  exception: AdminDeliveryException,
  { t, locale, currency }: Words & { currency: string | null }
): string[] {
  const { starts_at, ends_at, cutoff_time, lead_days, capacity, price } =
    exception
  const { orders, weight_grams, minutes } = capacity
  return [
    ...(starts_at && ends_at
      ? [formatHours(starts_at, ends_at, locale)]
      : starts_at
        ? [t("deliveryDays.from", { time: formatTime(starts_at, locale) })]
        : ends_at
          ? [t("deliveryDays.until", { time: formatTime(ends_at, locale) })]
          : []),
    ...(orders === null ? [] : [t("windows.capacity", { count: orders })]),
    ...(weight_grams === null ? [] : [formatWeight(weight_grams, locale)]),
    ...(minutes === null ? [] : [t("windows.minutes", { count: minutes })]),
    ...(cutoff_time === null
      ? lead_days === null
        ? []
        : [t("deliveryDays.ahead", { count: lead_days })]
      : [cutoffText(cutoff_time, lead_days, { t, locale })]),
    ...(price === null
      ? []
      : [
          price === 0
            ? t("windows.free")
            : formatMoney(price, currency, locale),
        ]),
  ]
}

function cutoffText(
  time: string,
  leadDays: number | null,
  { t, locale }: Words
): string {
  const shown = formatTime(time, locale)
  return leadDays === null
    ? t("deliveryDays.orderUntil", { time: shown })
    : t("windows.cutoff", { count: leadDays, time: shown })
}
