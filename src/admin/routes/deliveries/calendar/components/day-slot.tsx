import { Skeleton } from "@medusajs/ui"
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
        <div className="flex flex-col gap-2 px-4 md:px-6">
          {Array.from({ length: Math.min(count, 3) }, (_, row) => (
            <Skeleton key={row} className="mb-2 h-8 w-full" />
          ))}
        </div>
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
  const notes = [
    ...(held > 0 ? [t("calendar.held", { count: held })] : []),
    ...(slot.is_open ? [] : [t("calendar.closedSlot")]),
  ]
  return (
    <div className="flex items-center gap-x-4 px-4 py-3 md:gap-x-6 md:px-6">
      <h3
        id={slot.id}
        className="txt-compact-small flex min-w-0 grow flex-col gap-x-2 sm:flex-row"
      >
        <span className="font-medium tabular-nums md:w-40">
          {formatSlotHours(slot.starts_at, slot.ends_at, zone, locale)}
        </span>
        <span className="text-ui-fg-subtle truncate">{slot.district.name}</span>
        {notes.length > 0 && (
          <span className="text-ui-fg-muted txt-compact-xsmall sm:ml-auto sm:self-center">
            {notes.join(" · ")}
          </span>
        )}
      </h3>
      <div className="min-w-36 shrink-0 sm:w-56">
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
