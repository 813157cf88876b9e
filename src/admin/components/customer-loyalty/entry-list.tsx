import { Button, Skeleton, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"

import type { AdminLoyaltyEntry } from "../../../sdk/types"
import { useLoyaltyEntries } from "../../hooks/api/loyalty"
import { useLocale } from "../../hooks/use-locale"
import { useShopZone } from "../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { RelativeInstant } from "../instant"
import { PageError } from "../page-state"
import { firstDay } from "./points-days"

const FIRST = 5
const MORE = 20
/** The most our list answers at once. */
const MOST = 200

/** What a customer earned and lost, newest first. */
export function EntryList({ customerId }: { customerId: string }) {
  const { t } = useCornerstoreTranslation()
  const [limit, setLimit] = useState(FIRST)
  const {
    entries,
    count = 0,
    error,
    isFetching,
    refetch,
  } = useLoyaltyEntries(customerId, limit)

  if (!entries) {
    return error ? (
      <PageError bare error={error} onRetry={() => void refetch()} />
    ) : (
      <div className="px-6 py-4">
        <Skeleton className="h-12 w-full" />
      </div>
    )
  }
  if (entries.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
        {t("loyalty.empty")}
      </Text>
    )
  }
  return (
    <>
      <ul className="divide-y">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryRow entry={entry} />
          </li>
        ))}
      </ul>
      {entries.length < Math.min(count, MOST) && (
        <div className="flex justify-center px-6 py-2">
          <Button
            size="small"
            variant="transparent"
            isLoading={isFetching}
            onClick={() => setLimit(Math.min(limit + MORE, MOST))}
          >
            {t("loyalty.more")}
          </Button>
        </div>
      )}
    </>
  )
}

function EntryRow({ entry }: { entry: AdminLoyaltyEntry }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const zone = useShopZone()
  const signed = new Intl.NumberFormat(locale, { signDisplay: "always" })
  const waits =
    entry.kind === "earn" &&
    entry.available_at !== null &&
    Date.parse(entry.available_at) > Date.now()

  return (
    <div className="flex items-start justify-between gap-3 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {t(`loyalty.kinds.${entry.kind}`)}
          {entry.order && (
            <>
              {" · "}
              <Link
                to={`/orders/${entry.order.id}`}
                className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
              >
                {`#${entry.order.display_id}`}
              </Link>
            </>
          )}
        </Text>
        {entry.reason && (
          <Text size="small" className="break-words">
            {entry.reason}
          </Text>
        )}
        <Text size="small" className="text-ui-fg-subtle">
          <RelativeInstant instant={entry.created_at} />
          {waits &&
            entry.available_at &&
            ` · ${t("loyalty.availableFrom", {
              day: firstDay(entry.available_at, locale, zone),
            })}`}
        </Text>
      </div>
      <Text
        size="small"
        weight="plus"
        className={clx("shrink-0 tabular-nums", {
          "text-ui-tag-green-text": entry.points > 0,
        })}
      >
        {signed.format(entry.points)}
      </Text>
    </div>
  )
}
