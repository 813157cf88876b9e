import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"

import type { RouteStatus, StopStatus } from "../../sdk/types"
import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"

type Color = ComponentProps<typeof StatusBadge>["color"]

const ROUTE_COLORS: Record<RouteStatus, Color> = {
  draft: "grey",
  published: "blue",
  started: "orange",
  finished: "green",
  canceled: "grey",
}
const STOP_COLORS: Record<StopStatus, Color> = {
  pending: "grey",
  arrived: "orange",
  delivered: "green",
  failed: "red",
  removed: "grey",
}

/** Where a route stands, in a colour and a word. */
export function RouteStatusBadge({ status }: { status: RouteStatus }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={ROUTE_COLORS[status]} className="text-nowrap">
      {t(`routes.status.${status}`)}
    </StatusBadge>
  )
}

/** Where a stop stands, in a colour and a word. */
export function StopStatusBadge({ status }: { status: StopStatus }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={STOP_COLORS[status]} className="text-nowrap">
      {t(`routes.stopStatus.${status}`)}
    </StatusBadge>
  )
}
