import { Container, Heading } from "@medusajs/ui"

import type { ListCustomerLoginsResponse } from "../../../sdk/types"
import {
  useCustomerLogins,
  useCustomerVisits,
} from "../../hooks/api/customer-logins"
import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { LoginRow } from "./login-row"
import { PageList } from "./page-list"
import { VisitRow } from "./visit-row"

type CustomerLoginsSectionProps = { customerId: string; hasAccount: boolean }

/** When and from where a customer logs in, and how she uses the shop. */
export function CustomerLoginsSection({
  customerId,
  hasAccount,
}: CustomerLoginsSectionProps) {
  return (
    <Container className="divide-y p-0">
      {hasAccount && <Logins customerId={customerId} />}
      <Visits customerId={customerId} />
    </Container>
  )
}

function Logins({ customerId }: { customerId: string }) {
  const { t } = useCornerstoreTranslation()
  const { logins, summary, ...pages } = useCustomerLogins(customerId)
  return (
    <>
      <div className="flex flex-col gap-3 px-6 py-4">
        <Heading level="h2">{t("logins.title")}</Heading>
        {summary && Boolean(logins?.length) && <Summary summary={summary} />}
      </div>
      <PageList
        items={logins}
        pages={pages}
        empty={t("logins.empty")}
        render={(login) => <LoginRow login={login} />}
      />
    </>
  )
}

type SummaryProps = { summary: ListCustomerLoginsResponse["summary"] }

function Summary({ summary }: SummaryProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const facts = [
    [t("logins.succeeded", { days: summary.days }), summary.succeeded],
    [t("logins.refused", { days: summary.days }), summary.refused],
    [t("logins.deviceCount"), summary.devices],
  ] as const
  return (
    <dl className="grid grid-cols-3 gap-3">
      {facts.map(([label, value]) => (
        <div key={label} className="flex flex-col justify-between">
          <dt className="txt-small text-ui-fg-subtle">{label}</dt>
          <dd className="h2-core tabular-nums">{number.format(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Visits({ customerId }: { customerId: string }) {
  const { t } = useCornerstoreTranslation()
  const { visits, ...pages } = useCustomerVisits(customerId)
  return (
    <>
      <div className="px-6 py-4">
        <Heading level="h2">{t("logins.visits")}</Heading>
      </div>
      <PageList
        items={visits}
        pages={pages}
        empty={t("logins.noVisits")}
        render={(visit) => <VisitRow visit={visit} />}
      />
    </>
  )
}
