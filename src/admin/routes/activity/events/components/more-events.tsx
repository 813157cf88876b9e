import { Button, Text } from "@medusajs/ui"

import type { useActivityEvents } from "../../../../hooks/api/activity-events"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

/** On to older events. */
export function MoreEvents({
  list,
}: {
  list: ReturnType<typeof useActivityEvents>
}) {
  const { t } = useCornerstoreTranslation()
  if (!list.hasNextPage) {
    return null
  }
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-3">
      <Button
        size="small"
        variant="secondary"
        isLoading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {t("events.more")}
      </Button>
      {list.isFetchNextPageError && (
        <Text size="small" role="alert" className="text-ui-fg-error">
          {t("errors.title")}
        </Text>
      )}
    </div>
  )
}
