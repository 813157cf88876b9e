import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"

import type { AdminDistrict } from "../../../../../../sdk/types"
import { useCustomerGroups } from "../../../../../hooks/api/customer-groups"
import { useLocale } from "../../../../../hooks/use-locale"
import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { groupName } from "../../../../../lib/customer-groups"
import { formatMoney } from "../../../../../lib/money"
import { formatWeight } from "../../../../../lib/weight"

/** What deliveries to a district cost beside their windows, and what they take. */
export function RatesSection({ district }: { district: AdminDistrict }) {
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const currency = useShopCurrency()
  const { groups } = useCustomerGroups()
  const { stop_minutes, cash_limit, rates } = district
  const money = (amount: number) => formatMoney(amount, currency, locale)
  const percent = (value: number) =>
    new Intl.NumberFormat(locale, {
      style: "percent",
      maximumFractionDigits: 2,
    }).format(value / 100)

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("rates.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("rates.subtitle")}
          </Text>
        </div>
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  label: host("actions.edit"),
                  icon: <PencilSquare />,
                  to: "rates",
                },
              ],
            },
          ]}
        />
      </div>
      <SectionRow
        title={t("rates.fields.stop_minutes")}
        value={t("windows.minutes", { count: stop_minutes })}
      />
      <SectionRow
        title={t("rates.fields.cash_limit")}
        value={
          cash_limit === null
            ? t("rates.noLimit")
            : cash_limit === 0
              ? t("rates.noCash")
              : t("rates.upTo", { amount: money(cash_limit) })
        }
      />
      <SectionRow
        title={t("rates.fields.weight_steps")}
        value={
          rates.weight_steps
            .map(({ over_grams, add }) =>
              t("rates.step", {
                weight: formatWeight(over_grams, locale),
                amount: money(add),
              })
            )
            .join(", ") || "–"
        }
      />
      <SectionRow
        title={t("rates.fields.group_prices")}
        value={
          rates.group_prices
            .map(({ customer_group_id, percent_off }) =>
              t("rates.groupPrice", {
                group: groupName(customer_group_id, groups),
                percent: percent(percent_off),
              })
            )
            .join(", ") || "–"
        }
      />
    </Container>
  )
}
