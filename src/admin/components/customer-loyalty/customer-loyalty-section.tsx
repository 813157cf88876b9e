import { Container, Heading, Skeleton, Text } from "@medusajs/ui"

import type { LoyaltyAccount } from "../../../sdk/types"
import { useLoyaltyAccount } from "../../hooks/api/loyalty"
import { useLocale } from "../../hooks/use-locale"
import { useShopZone } from "../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { PageError } from "../page-state"
import { AdjustDrawer } from "./adjust-drawer"
import { EntryList } from "./entry-list"
import { lastDay } from "./points-days"

type CustomerLoyaltySectionProps = { customerId: string; hasAccount: boolean }

/** A customer's points, how they came about, and a way to put them right. */
export function CustomerLoyaltySection({
  customerId,
  hasAccount,
}: CustomerLoyaltySectionProps) {
  const { t } = useCornerstoreTranslation()
  const { account, error, refetch } = useLoyaltyAccount(customerId)

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("loyalty.title")}</Heading>
        {account && hasAccount && (
          <AdjustDrawer
            customerId={customerId}
            available={account.available}
            total={account.available + account.pending}
          />
        )}
      </div>
      {!hasAccount ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
          {t("loyalty.guest")}
        </Text>
      ) : account ? (
        <>
          <Balance account={account} />
          <EntryList customerId={customerId} />
        </>
      ) : error ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="flex flex-col gap-2 px-6 py-4">
          <Skeleton className="h-8 w-1/2" />
          <Skeleton className="h-5 w-2/3" />
        </div>
      )}
    </Container>
  )
}

function Balance({ account }: { account: LoyaltyAccount }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const zone = useShopZone()
  const number = new Intl.NumberFormat(locale)
  const [next] = account.expiring

  return (
    <div className="px-6 py-4">
      <dl className="grid grid-cols-2 gap-4">
        <div>
          <dt className="txt-small text-ui-fg-subtle">
            {t("loyalty.available")}
          </dt>
          <dd className="h1-core tabular-nums">
            {number.format(account.available)}
          </dd>
        </div>
        <div>
          <dt className="txt-small text-ui-fg-subtle">
            {t("loyalty.pending")}
          </dt>
          <dd className="h1-core text-ui-fg-muted tabular-nums">
            {number.format(account.pending)}
          </dd>
        </div>
      </dl>
      {account.available < 0 && (
        <Text size="small" className="text-ui-fg-subtle mt-2 text-pretty">
          {t("loyalty.owes")}
        </Text>
      )}
      {next && (
        <Text size="small" className="text-ui-fg-subtle mt-2 text-pretty">
          {t("loyalty.expiring", {
            count: next.points,
            points: number.format(next.points),
            day: lastDay(next.expires_at, locale, zone),
          })}
        </Text>
      )}
    </div>
  )
}
