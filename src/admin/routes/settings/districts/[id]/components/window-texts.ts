import type { TFunction } from "i18next"

import type { AdminDeliveryWindow } from "../../../../../../sdk/types"
import {
  groupName,
  type CustomerGroup,
} from "../../../../../lib/customer-groups"
import { formatMoney } from "../../../../../lib/money"
import { formatWeight } from "../../../../../lib/weight"

type Words = {
  t: TFunction<"cornerstore">
  locale: string
  currency: string | null
  groups: CustomerGroup[] | undefined
}

/** How much fits: orders, and weight and minutes where they are limited. */
export function capacityText(
  { capacity }: Pick<AdminDeliveryWindow, "capacity">,
  { t, locale }: Pick<Words, "t" | "locale">
): string {
  const { orders, weight_grams, minutes } = capacity
  return [
    t("windows.capacity", { count: orders }),
    ...(weight_grams === null ? [] : [formatWeight(weight_grams, locale)]),
    ...(minutes === null ? [] : [t("windows.minutes", { count: minutes })]),
  ].join(", ")
}

/** What else a window asks for or gives; empty for most. */
export function conditionTexts(
  window: Pick<
    AdminDeliveryWindow,
    "minimum_order" | "free_over" | "early_group_ids" | "public_days"
  >,
  { t, locale, currency, groups }: Words
): string[] {
  const { minimum_order, free_over, early_group_ids, public_days } = window
  const amount = (value: number) => formatMoney(value, currency, locale)
  const early = early_group_ids.map((id) => groupName(id, groups)).join(", ")
  return [
    ...(minimum_order === null
      ? []
      : [t("windows.minimumOrder", { amount: amount(minimum_order) })]),
    ...(free_over === null
      ? []
      : [t("windows.freeOver", { amount: amount(free_over) })]),
    ...(public_days === null
      ? []
      : [
          early
            ? t("windows.early", { groups: early, count: public_days })
            : t("windows.publicDays", { count: public_days }),
        ]),
  ]
}
