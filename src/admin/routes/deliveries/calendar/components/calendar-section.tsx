import { Container, Skeleton } from "@medusajs/ui"
import { useMemo } from "react"

import type { CalendarDay } from "../../../../../sdk/types"
import { PageError } from "../../../../components/page-state"
import { useCalendar } from "../../../../hooks/api/calendar"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { dayInZone } from "../../../../lib/dates"
import { CalendarHeader } from "./calendar-header"
import { DayView } from "./day-view"
import { MonthView } from "./month-view"
import { useArrowKeys } from "./use-arrow-keys"
import { useCalendarState } from "./use-calendar-state"
import { useClosures } from "./use-closures"
import { WeekView } from "./week-view"

/** The calendar of deliveries; waits until the shop's day is known. */
export function CalendarSection() {
  const zone = useShopZone()
  if (!zone) {
    return (
      <Container className="p-6">
        <Skeleton className="h-[36rem] w-full" />
      </Container>
    )
  }
  return <Calendar today={dayInZone(new Date(), zone)} zone={zone} />
}

/** What every view is given. */
export type ViewProps = {
  state: ReturnType<typeof useCalendarState>
  /** Undefined for a day that is still being asked for. */
  dayOf: (date: string) => CalendarDay | undefined
  /** Why nothing is delivered on a day, in the owner's words. */
  closuresOn: (date: string) => string[]
  today: string
  zone: string
}

function Calendar({ today, zone }: Pick<ViewProps, "today" | "zone">) {
  const state = useCalendarState(today)
  const { range, districtId } = state
  const { days, isError, error, refetch } = useCalendar({
    ...range,
    ...(districtId ? { district_id: districtId } : {}),
  })
  const byDate = useMemo(
    () => new Map(days?.map((day) => [day.date, day])),
    [days]
  )
  const closuresOn = useClosures(range, districtId)
  useArrowKeys(state)

  const props: ViewProps = {
    state,
    dayOf: (date) => byDate.get(date),
    closuresOn,
    today,
    zone,
  }
  return (
    <Container className="divide-y p-0">
      <CalendarHeader state={state} today={today} zone={zone} />
      {isError && !days ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : (
        <Views {...props} />
      )}
    </Container>
  )
}

function Views(props: ViewProps) {
  switch (props.state.view) {
    case "month":
      return <MonthView {...props} />
    case "week":
      return <WeekView {...props} />
    case "day":
      return <DayView {...props} />
  }
}
