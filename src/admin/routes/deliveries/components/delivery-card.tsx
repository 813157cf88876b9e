import { Text } from "@medusajs/ui"

import type { AdminBooking } from "../../../../sdk/types"
import { BookingStatusBadge } from "../../../components/booking-status-badge"
import { SlotTime } from "../../../components/slot-time"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { customerOf, totalOf } from "./use-deliveries-columns"

type DeliveryCardProps = { booking: AdminBooking; zone: string }

/** A delivery on a phone. */
export function DeliveryCard({ booking, zone }: DeliveryCardProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <Text weight="plus" size="small" className="truncate">
          {booking.order ? `#${booking.order.display_id}` : t("bookings.cart")}
          <span className="text-ui-fg-subtle ml-2 font-normal">
            {customerOf(booking)}
          </span>
        </Text>
        <BookingStatusBadge status={booking.status} />
      </div>
      <Text size="small" as="div">
        <SlotTime slot={booking.slot} zone={zone} />
      </Text>
      <div className="text-ui-fg-subtle txt-small flex justify-between gap-2">
        <span className="truncate">{booking.district.name}</span>
        <span className="tabular-nums">{totalOf(booking, locale)}</span>
      </div>
    </div>
  )
}
