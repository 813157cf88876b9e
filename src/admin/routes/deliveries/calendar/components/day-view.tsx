import { MapPin } from "@medusajs/icons"
import { Button, Skeleton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminBooking } from "../../../../../sdk/types"
import { PageError } from "../../../../components/page-state"
import { useBookings } from "../../../../hooks/api/bookings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { ViewProps } from "./calendar-section"
import { DaySlot } from "./day-slot"
import { slotsOfDay } from "./loads"

/** The most that one answer holds; a day with more is shown in the list. */
const LIMIT = 200

/** A day: its slots with their deliveries. */
export function DayView({ state, dayOf, closuresOn, zone }: ViewProps) {
  const { date, districtId } = state
  const day = dayOf(date)
  const { bookings, count, isError, error, refetch, isPlaceholderData } =
    useBookings({
      date_from: date,
      date_to: date,
      status: ["booked", "delivered"],
      ...(districtId ? { district_id: [districtId] } : {}),
      limit: LIMIT,
    })
  if (!day) {
    return (
      <div className="p-6">
        <Skeleton className="h-64 w-full" />
      </div>
    )
  }
  const slots = slotsOfDay(day)
  if (slots.length === 0) {
    return <NothingThatDay why={closuresOn(date)} />
  }
  if (isError && !bookings) {
    return <PageError bare error={error} onRetry={() => void refetch()} />
  }
  const known = isPlaceholderData ? undefined : bookings
  return (
    <>
      <DaySummary
        date={date}
        toDeliver={sum(slots.map(({ booked }) => booked))}
        delivered={sum(slots.map(({ delivered }) => delivered))}
      />
      <div className="divide-y">
        {slots.map((slot) => (
          <DaySlot
            key={slot.id}
            slot={slot}
            zone={zone}
            bookings={known && inSlot(known, slot.id)}
          />
        ))}
      </div>
      {known && count !== undefined && count > known.length && (
        <MoreDeliveries date={date} count={count - known.length} />
      )}
    </>
  )
}

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)

const inSlot = (bookings: AdminBooking[], slotId: string) =>
  bookings.filter(({ slot }) => slot.id === slotId)

type DaySummaryProps = { date: string; toDeliver: number; delivered: number }

function DaySummary({ date, toDeliver, delivered }: DaySummaryProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 md:px-6">
      <Text size="small" className="text-ui-fg-subtle">
        {[
          t("calendar.toDeliver", { count: toDeliver }),
          ...(delivered
            ? [t("calendar.deliveredCount", { count: delivered })]
            : []),
        ].join(" · ")}
      </Text>
      {toDeliver > 0 && (
        <Button size="small" variant="secondary" asChild>
          <Link to={`/deliveries/routes/plan?date=${date}`}>
            <MapPin />
            {t("calendar.planRoute")}
          </Link>
        </Button>
      )}
    </div>
  )
}

function NothingThatDay({ why }: { why: string[] }) {
  const { t } = useCornerstoreTranslation()
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-16 text-center">
      <Text weight="plus">{t("calendar.nothing")}</Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {why.length
          ? t("calendar.closedFor", { why: why.join(", ") })
          : t("calendar.nothingHint")}
      </Text>
    </div>
  )
}

function MoreDeliveries({ date, count }: { date: string; count: number }) {
  const { t } = useCornerstoreTranslation()
  return (
    <div className="px-4 py-3 md:px-6">
      <Button size="small" variant="transparent" asChild>
        <Link to={`/deliveries?date_from=${date}&date_to=${date}`}>
          {t("calendar.moreDeliveries", { count })}
        </Link>
      </Button>
    </div>
  )
}
