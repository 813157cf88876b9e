import { Skeleton, Text } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { Link, useLocation } from "react-router-dom"

import type { AdminBooking } from "../../../../../sdk/types"
import { SlotLoadBar } from "../../../../components/slot-load-bar"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatSlotHours } from "../../../../lib/dates"
import { heldPlaces, type PlacedSlot } from "./loads"
import { StageBadge } from "./stage-badge"

type DaySlotProps = {
  slot: PlacedSlot
  zone: string
  /** Undefined while they are asked for. */
  bookings: AdminBooking[] | undefined
}

/** A slot of a day with its deliveries. */
export function DaySlot({ slot, zone, bookings }: DaySlotProps) {
  const section = useScrollToHash(slot.id)
  const { t } = useCornerstoreTranslation()
  const count = slot.booked + slot.delivered
  return (
    <section ref={section} aria-labelledby={slot.id} className="scroll-mt-4">
      <SlotHeading slot={slot} zone={zone} />
      {bookings ? (
        bookings.length > 0 && (
          <ul className="divide-y border-t">
            {bookings.map((booking) => (
              <li key={booking.id}>
                <DeliveryRow booking={booking} />
              </li>
            ))}
          </ul>
        )
      ) : (
        <div className="flex flex-col gap-2 px-4 pb-3 md:px-6">
          {Array.from({ length: Math.min(count, 3) }, (_, row) => (
            <Skeleton key={row} className="h-8 w-full" />
          ))}
        </div>
      )}
      {count === 0 && (
        <Text size="small" className="text-ui-fg-muted px-4 pb-3 md:px-6">
          {t("calendar.noOrders")}
        </Text>
      )}
    </section>
  )
}

/** A week's block leads to its slot of the day. */
function useScrollToHash(id: string) {
  const { hash } = useLocation()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (hash === `#${id}`) {
      section.current?.scrollIntoView({ block: "start" })
    }
  }, [hash, id])
  return section
}

function SlotHeading({ slot, zone }: Omit<DaySlotProps, "bookings">) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const held = heldPlaces(slot)
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3 md:px-6">
      <h3
        id={slot.id}
        className="txt-compact-small flex min-w-0 grow flex-wrap gap-x-2"
      >
        <span className="font-medium">
          {formatSlotHours(slot.starts_at, slot.ends_at, zone, locale)}
        </span>
        <span className="text-ui-fg-subtle truncate">{slot.district.name}</span>
      </h3>
      {(held > 0 || !slot.is_open) && (
        <span className="txt-compact-xsmall text-ui-fg-muted">
          {[
            ...(held > 0 ? [t("calendar.held", { count: held })] : []),
            ...(slot.is_open ? [] : [t("calendar.closedSlot")]),
          ].join(" · ")}
        </span>
      )}
      <div className="w-full sm:w-56">
        <SlotLoadBar
          load={{
            reserved: slot.reserved_orders,
            capacity: slot.capacity_orders,
          }}
        />
      </div>
    </div>
  )
}

/** An order of a slot: who, where, and where it stands. */
function DeliveryRow({ booking }: { booking: AdminBooking }) {
  const { t } = useCornerstoreTranslation()
  const { order, stage } = booking
  const content = (
    <>
      <span className="txt-compact-small flex min-w-0 grow flex-col gap-0.5">
        <span className="flex gap-2">
          <span className="font-medium">
            {order ? `#${order.display_id}` : t("bookings.cart")}
          </span>
          <span className="text-ui-fg-subtle truncate">
            {order?.customer_name ?? order?.email}
          </span>
        </span>
        <span className="text-ui-fg-muted truncate">
          {order?.address.join(", ")}
        </span>
      </span>
      {stage && <StageBadge stage={stage} />}
    </>
  )
  const className =
    "flex items-center justify-between gap-4 px-4 py-2.5 md:px-6 md:pl-10"
  return order ? (
    <Link
      to={`/orders/${order.id}`}
      className={`${className} hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus transition-fg outline-none`}
    >
      {content}
    </Link>
  ) : (
    <div className={className}>{content}</div>
  )
}
