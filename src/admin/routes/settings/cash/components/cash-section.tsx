import { SectionRow } from "@medusajs/dashboard/components"
import { PencilSquare } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { CashPolicy } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { useCashText } from "./use-cash-text"

/** The limits, in words an owner would use. */
export function CashSection({ policy }: { policy: CashPolicy }) {
  const { t, host } = useCornerstoreTranslation()
  const amount = useCashText()

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0 grow basis-64">
          <Heading>{t("cashPolicy.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("cashPolicy.subtitle")}
          </Text>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to="edit">
            <PencilSquare />
            {host("actions.edit")}
          </Link>
        </Button>
      </div>
      <SectionRow
        title={t("cashPolicy.fields.limit")}
        value={amount(policy.limit)}
      />
      <SectionRow
        title={t("cashPolicy.fields.new_customer_limit")}
        value={amount(policy.new_customer_limit)}
      />
      <SectionRow
        title={t("cashPolicy.fields.known_after_orders")}
        value={t("cashPolicy.afterOrders", {
          count: policy.known_after_orders,
        })}
      />
      <SectionRow
        title={t("cashPolicy.fields.guest_limit")}
        value={amount(policy.guest_limit)}
      />
      <SectionRow
        title={t("cashPolicy.fields.refuse_after_failures")}
        value={
          policy.refuse_after_failures === null
            ? t("cashPolicy.never")
            : t("cashPolicy.afterFailures", {
                count: policy.refuse_after_failures,
              })
        }
      />
    </Container>
  )
}
