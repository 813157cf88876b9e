import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"

import type { AdminOrderPos, PosStatus } from "../../../sdk/types"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"

type Color = ComponentProps<typeof StatusBadge>["color"]

const STATUS_COLORS: Record<PosStatus, Color> = {
  received: "blue",
  preparing: "blue",
  arrived: "blue",
  ready: "purple",
  out_for_delivery: "purple",
  completed: "green",
  cancelled: "grey",
  rejected: "red",
}

/** Where an order stands at its POS: what a person must do comes first. */
export function OrderPosBadge({ pos }: { pos: AdminOrderPos }) {
  const { t } = useCornerstoreTranslation()
  const { state, status, attention, message, is_status_unknown } = pos
  const waits = state === "waiting"

  if (waits && (attention || message?.status === "failed")) {
    return <Badge color="red">{t("pos.order.needsYou")}</Badge>
  }
  if (state !== "sent") {
    return (
      <Badge color={waits ? "orange" : "grey"}>
        {t(`pos.order.state.${state}`)}
      </Badge>
    )
  }
  return is_status_unknown || !status ? (
    <Badge color="orange">{t("pos.order.unknown")}</Badge>
  ) : (
    <Badge color={STATUS_COLORS[status]}>{t(`pos.status.${status}`)}</Badge>
  )
}

function Badge({ color, children }: { color: Color; children: string }) {
  return (
    <StatusBadge color={color} className="text-nowrap">
      {children}
    </StatusBadge>
  )
}
