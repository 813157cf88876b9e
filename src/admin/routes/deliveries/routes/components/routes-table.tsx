import { Sparkles } from "@medusajs/icons"
import { Button, Container, Skeleton, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link, useSearchParams } from "react-router-dom"

import type { AdminRoute } from "../../../../../sdk/types"
import { DayRange } from "../../../../components/day-range"
import { ListTable, useListState } from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { RouteStatusBadge } from "../../../../components/route-badges"
import { useRoutes } from "../../../../hooks/api/routes"
import { useLocale } from "../../../../hooks/use-locale"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { addDays, dayInZone, formatDay, isDay } from "../../../../lib/dates"
import { useRoutesColumns } from "./use-routes-columns"

const PAGE_SIZE = 20
const DAYS_AHEAD = 7
const NO_FILTERS: readonly string[] = []

/** Who drives what; waits until the shop's day is known. */
export function RoutesTable() {
  const zone = useShopZone()
  if (!zone) {
    return (
      <Container className="p-6">
        <Skeleton className="h-96 w-full" />
      </Container>
    )
  }
  return <Routes today={dayInZone(new Date(), zone)} />
}

function Routes({ today }: { today: string }) {
  const { t } = useCornerstoreTranslation()
  const state = useListState(NO_FILTERS, PAGE_SIZE)
  const [params] = useSearchParams()
  const fromParam = params.get("date_from")
  const toParam = params.get("date_to")
  const range = useMemo(() => {
    const from = isDay(fromParam) ? fromParam : today
    const to = isDay(toParam) ? toParam : addDays(from, DAYS_AHEAD)
    return { from, to: to < from ? from : to }
  }, [fromParam, toParam, today])
  const { routes, count, isLoading, isError, error, refetch } = useRoutes({
    date_from: range.from,
    date_to: range.to,
    limit: PAGE_SIZE,
    offset: state.offset,
  })
  const columns = useRoutesColumns()

  if (isError && !routes) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("routes.title")}
        subHeading={t("routes.subtitle")}
        data={routes}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        actions={
          <Button size="small" asChild>
            <Link to="plan">
              <Sparkles />
              {t("routes.plan.action")}
            </Link>
          </Button>
        }
        controls={
          <DayRange
            today={today}
            value={range}
            onChange={({ from, to }) =>
              state.change({ date_from: from, date_to: to })
            }
          />
        }
        rowHref={({ id }) => `/deliveries/routes/${id}`}
        renderCard={(route) => <RouteCard route={route} />}
        emptyState={{
          empty: {
            heading: t("routes.empty.title"),
            description: t("routes.empty.description"),
          },
          filtered: {
            heading: t("routes.empty.title"),
            description: t("routes.empty.description"),
          },
        }}
      />
    </Container>
  )
}

function RouteCard({ route }: { route: AdminRoute }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <Text size="small" weight="plus" className="truncate">
          {formatDay(route.date, locale)}
          <span className="text-ui-fg-subtle ml-2 font-normal">
            {route.driver.name}
          </span>
        </Text>
        <RouteStatusBadge status={route.status} />
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t("routes.progress", {
          done: route.stops_delivered + route.stops_failed,
          count: route.stops_total,
        })}
      </Text>
    </div>
  )
}
