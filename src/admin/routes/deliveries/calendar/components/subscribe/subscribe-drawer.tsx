import { RouteDrawer } from "@medusajs/dashboard/components"
import { Skeleton, Text } from "@medusajs/ui"

import { DrawerTitle } from "../../../../../components/form-drawer"
import { PageError } from "../../../../../components/page-state"
import { useCalendarFeeds } from "../../../../../hooks/api/calendar-feeds"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { FeedForm } from "./feed-form"
import { FeedRow } from "./feed-row"
import { SubscribeGuide } from "./subscribe-guide"

/** The secret links of the calendar: those there are, a new one, and what to do with them. */
export function SubscribeDrawer() {
  const { t } = useCornerstoreTranslation()
  const { feeds, isError, error, refetch } = useCalendarFeeds()
  return (
    <>
      <DrawerTitle
        title={t("calendar.subscribe.title")}
        description={t("calendar.subscribe.description")}
      />
      <RouteDrawer.Body className="flex flex-1 flex-col gap-y-8 overflow-auto">
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("calendar.subscribe.description")}
        </Text>
        <FeedForm />
        {isError && !feeds && (
          <PageError bare error={error} onRetry={() => void refetch()} />
        )}
        {!feeds && !isError && <Skeleton className="h-24 w-full" />}
        {feeds && feeds.length > 0 && (
          <section className="flex flex-col gap-3">
            <Text size="small" weight="plus" asChild>
              <h3>{t("calendar.subscribe.links")}</h3>
            </Text>
            <ul className="flex flex-col gap-3">
              {feeds.map((feed) => (
                <li key={feed.id}>
                  <FeedRow feed={feed} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <SubscribeGuide />
      </RouteDrawer.Body>
    </>
  )
}
