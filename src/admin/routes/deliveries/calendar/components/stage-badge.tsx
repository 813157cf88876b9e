import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"

import type { DeliveryStage } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

const COLORS: Record<
  DeliveryStage,
  ComponentProps<typeof StatusBadge>["color"]
> = {
  booked: "blue",
  on_the_way: "orange",
  arrived: "orange",
  delivered: "green",
  failed: "red",
  canceled: "grey",
}

/** How far a delivery is, in a colour and a word. */
export function StageBadge({ stage }: { stage: DeliveryStage }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={COLORS[stage]} className="shrink-0 text-nowrap">
      {t(`calendar.stages.${stage}`)}
    </StatusBadge>
  )
}
