import {
  Button,
  Container,
  Heading,
  Select,
  Skeleton,
  Text,
} from "@medusajs/ui"
import { useState } from "react"

import type { TimelineKind } from "../../../sdk/types"
import { useCustomerTimeline } from "../../hooks/api/customer-timeline"
import { useLocale } from "../../hooks/use-locale"
import { useShopZone } from "../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { foreignZoneName } from "../../lib/dates"
import { PageError } from "../page-state"
import { EntryList } from "./entry-list"

const ALL = "all"
const KINDS: TimelineKind[] = ["activity", "login", "order", "points"]

/** What a customer did in the shop and what happened to the orders. */
export function CustomerTimelineSection({
  customerId,
}: {
  customerId: string
}) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const zone = useShopZone()
  const [kind, setKind] = useState<TimelineKind | null>(null)
  const timeline = useCustomerTimeline(customerId, kind)
  const zoneName = zone && foreignZoneName(zone, locale)

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("timeline.title")}</Heading>
          {zoneName && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("time.zoneHint", { zone: zoneName })}
            </Text>
          )}
        </div>
        <Select
          size="small"
          value={kind ?? ALL}
          onValueChange={(value) =>
            setKind(KINDS.find((candidate) => candidate === value) ?? null)
          }
        >
          <Select.Trigger className="w-40" aria-label={t("timeline.show")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={ALL}>{t("timeline.kinds.all")}</Select.Item>
            {KINDS.map((each) => (
              <Select.Item key={each} value={each}>
                {t(`timeline.kinds.${each}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      <TimelineContent timeline={timeline} zone={zone} />
    </Container>
  )
}

type TimelineContentProps = {
  timeline: ReturnType<typeof useCustomerTimeline>
  /** Undefined until it is known. */
  zone: string | undefined
}

function TimelineContent({ timeline, zone }: TimelineContentProps) {
  const { t } = useCornerstoreTranslation()
  const { entries, error, refetch } = timeline

  if (error && !entries) {
    return <PageError bare error={error} onRetry={() => void refetch()} />
  }
  if (!entries || !zone) {
    return (
      <div className="flex flex-col gap-3 px-6 py-4">
        <Skeleton className="h-5 w-2/3" />
        <Skeleton className="h-5 w-1/2" />
        <Skeleton className="h-5 w-3/5" />
      </div>
    )
  }
  if (!entries.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
        {t("timeline.empty")}
      </Text>
    )
  }
  return (
    <>
      <EntryList entries={entries} zone={zone} />
      {timeline.hasNextPage && (
        <div className="flex flex-col items-center gap-2 px-6 py-3">
          <Button
            size="small"
            variant="secondary"
            isLoading={timeline.isFetchingNextPage}
            onClick={() => void timeline.fetchNextPage()}
          >
            {t("timeline.more")}
          </Button>
          {error && (
            <Text size="small" role="alert" className="text-ui-fg-error">
              {t("errors.title")}
            </Text>
          )}
        </div>
      )}
    </>
  )
}
