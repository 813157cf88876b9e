import { Button, clx, Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"

import type { CalendarDay } from "../../../../../sdk/types"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatDay } from "../../../../lib/dates"
import { daysOf, sameMonth } from "./calendar-days"
import type { ViewProps } from "./calendar-section"
import { LoadDot, LoadNumbers, useLoadText } from "./load-bar"
import {
  fullest,
  kindOfDay,
  loadOfDay,
  loadOfSlots,
  shownDistricts,
} from "./loads"
import { ClosedText } from "./month-cell"

/** So many districts have room in a row; the rest is counted. */
const SHOWN = 3

/** The days of a month on a phone; those that are over are one tap away. */
export function MonthList(props: ViewProps) {
  const { state, today } = props
  const { t } = useCornerstoreTranslation()
  const [showsPast, setShowsPast] = useState(false)
  const days = daysOf(state.range).filter((day) => sameMonth(day, state.date))
  const past = days.filter((day) => day < today)
  const hidesPast =
    !showsPast && sameMonth(today, state.date) && past.length > 0
  return (
    <div className="flex flex-col divide-y">
      {hidesPast && (
        <div className="px-4 py-2">
          <Button
            size="small"
            variant="transparent"
            className="text-ui-fg-subtle"
            onClick={() => setShowsPast(true)}
          >
            {t("calendar.earlier", { count: past.length })}
          </Button>
        </div>
      )}
      <ul className="divide-y">
        {days
          .filter((day) => !hidesPast || day >= today)
          .map((date) => (
            <li key={date}>
              <DayRow date={date} {...props} />
            </li>
          ))}
      </ul>
    </div>
  )
}

type DayRowProps = ViewProps & { date: string }

function DayRow({ date, state, dayOf, closuresOn, today }: DayRowProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const day = dayOf(date)
  const isOpen = day && kindOfDay(day) === "open"
  return (
    <Link
      to={{ search: state.searchOf({ view: "day", date }) }}
      aria-current={date === today ? "date" : undefined}
      className={clx(
        "hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus transition-fg flex min-h-11 flex-col justify-center gap-1 px-4 py-2 outline-none",
        { "bg-ui-bg-subtle": day && !isOpen }
      )}
    >
      <span className="txt-compact-small flex items-center justify-between gap-2">
        <span
          className={clx({
            "text-ui-fg-interactive font-medium": date === today,
            "font-medium": date !== today && isOpen,
            "text-ui-fg-muted": date !== today && !isOpen,
          })}
        >
          {formatDay(date, locale)}
          {date === today && ` · ${t("calendar.today")}`}
        </span>
        {isOpen && <LoadNumbers load={loadOfDay(day)} />}
      </span>
      {day ? (
        <>
          <Districts day={day} />
          <ClosedText day={day} closures={closuresOn(date)} />
        </>
      ) : (
        <Skeleton className="h-3 w-32" />
      )}
    </Link>
  )
}

function Districts({ day }: { day: CalendarDay }) {
  const { t } = useCornerstoreTranslation()
  const loadText = useLoadText()
  const districts = shownDistricts(day)
  if (!districts.length) {
    return null
  }
  const { listed, more } = fullest(districts, SHOWN)
  return (
    <span className="txt-compact-xsmall text-ui-fg-subtle flex flex-wrap gap-x-3 gap-y-1">
      {listed.map(({ id, name, slots }) => {
        const load = loadOfSlots(slots)
        return (
          <span key={id} className="flex min-w-0 items-center gap-1.5">
            <LoadDot state={load.state} />
            <span className="truncate">{name}</span>
            <span className="sr-only">{loadText(load)}</span>
            <span aria-hidden>
              <LoadNumbers load={load} />
            </span>
          </span>
        )
      })}
      {more > 0 && (
        <span className="text-ui-fg-muted">
          {t(listed.length ? "calendar.more" : "calendar.unbooked", {
            count: more,
          })}
        </span>
      )}
    </span>
  )
}
