import { ArrowPath } from "@medusajs/icons"
import { Heading, IconButton, StatusBadge, Text } from "@medusajs/ui"

import type { useActivityEvents } from "../../../../hooks/api/activity-events"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

type ListHeadingProps = { list: ReturnType<typeof useActivityEvents> }

/** What the list is, and how old. */
export function ListHeading({ list }: ListHeadingProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { dataUpdatedAt, isFetching, isRefetchError, refetch } = list
  const time = new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
  })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-4 md:px-6">
      <div className="min-w-0 grow basis-60">
        <Heading>{t("events.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("events.subtitle")}
        </Text>
      </div>
      <div className="flex items-center gap-2" aria-live="polite">
        {isRefetchError && (
          <StatusBadge color="orange">{t("events.lost")}</StatusBadge>
        )}
        {dataUpdatedAt > 0 && (
          <Text size="small" className="text-ui-fg-muted tabular-nums">
            {t("events.updated", { time: time.format(dataUpdatedAt) })}
          </Text>
        )}
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("events.refresh")}
          isLoading={isFetching}
          onClick={() => void refetch()}
        >
          <ArrowPath />
        </IconButton>
      </div>
    </div>
  )
}
