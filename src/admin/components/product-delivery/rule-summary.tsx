import { Badge } from "@medusajs/ui"

import type { DeliveryRule } from "../../../sdk/types"
import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { formatWeekday } from "../../lib/dates"
import { formatDayOrRange } from "./format-days"

/** So many single days are written out; of more it is said how many there are. */
const DAYS_WRITTEN = 4

/** The rule of a product in words. */
export function RuleSummary({ rule }: { rule: DeliveryRule }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const listed = (texts: string[]) =>
    texts.length > DAYS_WRITTEN
      ? t("productDays.summary.andMore", {
          days: texts.slice(0, DAYS_WRITTEN).join(", "),
          count: texts.length - DAYS_WRITTEN,
        })
      : texts.join(", ")
  const facts: [string, string][] = [
    [
      t("productDays.summary.ahead"),
      t("productDays.summary.leadDays", { count: rule.lead_days }),
    ],
    [
      t("productDays.summary.days"),
      rule.dates.length
        ? listed(rule.dates.map((date) => formatDayOrRange(date, locale)))
        : rule.weekdays.length
          ? rule.weekdays
              .map((day) => formatWeekday(day, locale, "short"))
              .join(", ")
          : t("productDays.summary.anyDay"),
    ],
  ]
  if (rule.available_from || rule.available_until) {
    facts.push([
      t("productDays.summary.season"),
      season(rule, locale, t("productDays.summary.open")),
    ])
  }
  if (rule.blackouts.length) {
    facts.push([
      t("productDays.summary.blackouts"),
      listed(rule.blackouts.map((text) => formatDayOrRange(text, locale))),
    ])
  }
  facts.push([
    t("productDays.summary.capacity"),
    rule.daily_capacity === null
      ? t("productDays.summary.unlimited")
      : new Intl.NumberFormat(locale).format(rule.daily_capacity),
  ])

  return (
    <div className="flex flex-col gap-3 px-6 py-4">
      {rule.is_preorder && (
        <Badge size="2xsmall" color="blue" className="self-start">
          {t("productDays.summary.preorder")}
        </Badge>
      )}
      <dl className="flex flex-col gap-2">
        {facts.map(([label, value]) => (
          <div key={label} className="grid grid-cols-2 gap-2">
            <dt className="txt-small text-ui-fg-subtle">{label}</dt>
            <dd className="txt-small text-pretty">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function season(
  { available_from: from, available_until: until }: DeliveryRule,
  locale: string,
  open: string
): string {
  const day = (date: string | null) =>
    date ? formatDayOrRange(date, locale) : open
  return `${day(from)} – ${day(until)}`
}
