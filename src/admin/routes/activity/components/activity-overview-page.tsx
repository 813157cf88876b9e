import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container, Skeleton } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"

import { PageError } from "../../../components/page-state"
import { useActivityOverview } from "../../../hooks/api/activity-overview"
import { OverviewEmpty } from "./overview-empty"
import { OverviewHeader } from "./overview-header"
import { Rankings } from "./rankings"
import { readSpan, Span } from "./span"
import { TotalsSection } from "./totals-section"
import { VisitsChart } from "./visits-chart"

/** How many visit the shop, where they come from and what they look at. */
export function ActivityOverviewPage() {
  const [params, setParams] = useSearchParams()
  const { overview, isPlaceholderData, error, refetch } = useActivityOverview(
    readSpan(params)
  )
  const choose = (span: Span) =>
    setParams({ ...Object.fromEntries(params), ...span }, { replace: true })

  if (error) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  if (!overview) {
    return <OverviewSkeleton />
  }
  const { totals, counted_until } = overview
  const isEmpty = counted_until === null && !totals.events_without_consent
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_activity.list"
      preferredLayoutId="core:single-column"
      hasOutlet={false}
      sections={{
        main: (
          <LayoutComposer.Entry id="CornerstoreActivityOverview">
            <div
              className="flex flex-col gap-y-3"
              aria-busy={isPlaceholderData}
            >
              <Container className="divide-y p-0">
                <OverviewHeader overview={overview} onChange={choose} />
                {isEmpty ? (
                  <OverviewEmpty />
                ) : (
                  <>
                    <TotalsSection overview={overview} />
                    <VisitsChart days={overview.days} />
                  </>
                )}
              </Container>
              {!isEmpty && <Rankings overview={overview} />}
            </div>
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}

function OverviewSkeleton() {
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-4 p-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-40 w-full" />
      </Container>
      <div className="grid gap-3 lg:grid-cols-2">
        <Container className="p-6">
          <Skeleton className="h-48 w-full" />
        </Container>
        <Container className="p-6">
          <Skeleton className="h-48 w-full" />
        </Container>
      </div>
    </div>
  )
}
