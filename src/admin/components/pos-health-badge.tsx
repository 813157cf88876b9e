import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"

import type { PosHealth } from "../../sdk/types"
import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"

const COLORS: Record<PosHealth, ComponentProps<typeof StatusBadge>["color"]> = {
  unchecked: "grey",
  healthy: "green",
  degraded: "orange",
  attention: "red",
}

type PosHealthBadgeProps = { health: PosHealth; paused: boolean }

/** Whether a POS connection works, in a colour and a word. */
export function PosHealthBadge({ health, paused }: PosHealthBadgeProps) {
  const { t } = useCornerstoreTranslation()
  return paused ? (
    <StatusBadge color="grey" className="text-nowrap">
      {t("pos.paused")}
    </StatusBadge>
  ) : (
    <StatusBadge color={COLORS[health]} className="text-nowrap">
      {t(`pos.health.${health}`)}
    </StatusBadge>
  )
}
