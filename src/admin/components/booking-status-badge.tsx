import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"

import type { BookingStatus } from "../../sdk/types"
import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"

const COLORS: Record<
  BookingStatus,
  ComponentProps<typeof StatusBadge>["color"]
> = {
  held: "grey",
  committed: "orange",
  booked: "blue",
  delivered: "green",
  released: "grey",
}

/** Where a booking stands, in a colour and a word. */
export function BookingStatusBadge({ status }: { status: BookingStatus }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={COLORS[status]} className="text-nowrap">
      {t(`bookings.status.${status}`)}
    </StatusBadge>
  )
}
