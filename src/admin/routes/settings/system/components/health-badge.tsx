import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"

import type { HealthStatus } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

const COLORS: Record<
  HealthStatus,
  ComponentProps<typeof StatusBadge>["color"]
> = {
  ok: "green",
  degraded: "orange",
  down: "red",
  off: "grey",
}

export function HealthBadge({ status }: { status: HealthStatus }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={COLORS[status]} className="text-nowrap">
      {t(`system.status.${status}`)}
    </StatusBadge>
  )
}
