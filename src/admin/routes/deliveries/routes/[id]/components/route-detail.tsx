import { LayoutComposer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"

import { PageError, PageSkeleton } from "../../../../../components/page-state"
import { useRoute } from "../../../../../hooks/api/routes"
import { RouteSection } from "./route-section"
import { StopsSection } from "./stops-section"

/** One driver's route: how far it is, and its stops in order. */
export function RouteDetail() {
  const { id = "" } = useParams()
  const { route, isPending, isError, error, refetch, dataUpdatedAt } =
    useRoute(id)

  if (isPending) {
    return <PageSkeleton />
  }
  if (!route) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_route.details"
      preferredLayoutId="core:single-column"
      data={route}
      hasOutlet={false}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="CornerstoreRoute">
              <RouteSection
                route={route}
                updatedAt={dataUpdatedAt}
                isLost={isError}
              />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreRouteStops">
              <StopsSection route={route} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}
