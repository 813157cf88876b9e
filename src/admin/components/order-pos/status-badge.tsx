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
const STATE_COLORS: Record<AdminOrderPos["state"], Color> = {
  waiting: "orange",
  sent: "blue",
  skipped: "grey",
  withdrawn: "grey",
}

/** Where an order stands at its POS: what a person must do comes first. */
export function OrderPosBadge({ pos }: { pos: AdminOrderPos }) {
  const { t } = useCornerstoreTranslation()
  const [color, text] = badgeOf(pos)
  return (
    <StatusBadge color={color} className="text-nowrap">
      {t(text)}
    </StatusBadge>
  )
}

/** Colour and key of the text. */
export function badgeOf(
  pos: Pick<
    AdminOrderPos,
    "attention" | "message" | "state" | "status" | "is_status_unknown"
  >
): [Color, string] {
  if (
    pos.state === "waiting" &&
    (pos.attention || pos.message?.status === "failed")
  ) {
    return ["red", "pos.order.needsYou"]
  }
  if (pos.state !== "sent") {
    return [STATE_COLORS[pos.state], `pos.order.state.${pos.state}`]
  }
  if (pos.is_status_unknown || !pos.status) {
    return ["orange", "pos.order.unknown"]
  }
  return [STATUS_COLORS[pos.status], `pos.status.${pos.status}`]
}
