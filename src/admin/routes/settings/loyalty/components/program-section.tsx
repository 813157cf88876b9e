import { SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Button, Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { LoyaltyProgram } from "../../../../../sdk/types"
import { ActiveBadge } from "../../../../components/active-badge"
import { useLocale } from "../../../../hooks/use-locale"
import { useShopCurrency } from "../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatInstant } from "../../../../lib/dates"
import { formatMoney } from "../../../../lib/money"

/** An order everybody can calculate with. */
const EXAMPLE_AMOUNT = 40

/** The rules, in words an owner would use. */
export function ProgramSection({ program }: { program: LoyaltyProgram }) {
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const currency = useShopCurrency()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const example = Math.floor(EXAMPLE_AMOUNT * program.points_per_unit)

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0 grow basis-64">
          <Heading>{t("loyaltyProgram.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("loyaltyProgram.subtitle")}
          </Text>
        </div>
        <div className="flex items-center gap-4">
          <ActiveBadge active={program.is_active} />
          <Button size="small" variant="secondary" asChild>
            <Link to="edit">
              <PencilSquare />
              {host("actions.edit")}
            </Link>
          </Button>
        </div>
      </div>
      {!program.is_active && (
        <div className="px-6 py-4">
          <InlineTip label={t("loyaltyProgram.off.title")}>
            {t("loyaltyProgram.off.description")}
          </InlineTip>
        </div>
      )}
      <SectionRow
        title={t("loyaltyProgram.fields.points_per_unit")}
        value={`${number.format(program.points_per_unit)} · ${t(
          "loyaltyProgram.example",
          {
            count: example,
            amount: formatMoney(EXAMPLE_AMOUNT, currency, locale),
            points: number.format(example),
          }
        )}`}
      />
      <SectionRow
        title={t("loyaltyProgram.fields.rounding")}
        value={t(`loyaltyProgram.rounding.${program.rounding}`)}
      />
      <SectionRow
        title={t("loyaltyProgram.fields.return_window_days")}
        value={t("loyaltyProgram.window", {
          count: program.return_window_days,
        })}
      />
      <SectionRow
        title={t("loyaltyProgram.fields.expiry_months")}
        value={
          program.expiry_months === null
            ? t("loyaltyProgram.never")
            : t("loyaltyProgram.months", { count: program.expiry_months })
        }
      />
      {program.is_active && program.active_since && (
        <SectionRow
          title={t("loyaltyProgram.fields.active_since")}
          value={formatInstant(program.active_since, locale)}
        />
      )}
    </Container>
  )
}
