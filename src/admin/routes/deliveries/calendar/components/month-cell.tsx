import { clx, Skeleton } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { CalendarDay } from "../../../../../sdk/types"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { sameMonth } from "./calendar-days"
import type { ViewProps } from "./calendar-section"
import { formatFullDay } from "./format-period"
import { LoadBar, LoadNumbers, useLoadText } from "./load-bar"
import {
  fullest,
  kindOfDay,
  loadOfDay,
  loadOfSlots,
  shownDistricts,
} from "./loads"

/** So many districts have room in a cell; the rest is counted. */
const SHOWN = 3

type MonthCellProps = ViewProps & { date: string }

/** A day of a month: its number, and a thin bar for each district. */
export function MonthCell(props: MonthCellProps) {
  const { date, state, dayOf, closuresOn, today } = props
  const label = useDayLabel()
  const day = dayOf(date)
  const closures = closuresOn(date)
  const isOpen = !day || kindOfDay(day) === "open"
  return (
    <td
      aria-selected={date === state.date}
      className={clx(
        "border-ui-border-base relative border-l p-0 align-top first:border-l-0",
        { "bg-ui-bg-subtle": !isOpen }
      )}
    >
      <Link
        to={{ search: state.searchOf({ view: "day", date }) }}
        tabIndex={date === state.date ? 0 : -1}
        aria-label={label(date, day, closures, date === today)}
        aria-current={date === today ? "date" : undefined}
        className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus transition-fg flex h-full min-h-32 flex-col gap-1 rounded-sm p-2 outline-none"
      >
        <DayNumber {...props} />
        {day ? (
          <DayContent day={day} closures={closures} />
        ) : (
          <Skeleton className="h-3 w-full" />
        )}
      </Link>
    </td>
  )
}

function DayNumber({ date, state, today, dayOf }: MonthCellProps) {
  const day = dayOf(date)
  const isOpen = day && kindOfDay(day) === "open"
  return (
    <span className="txt-compact-small flex items-center justify-between gap-1">
      <span
        className={clx("tabular-nums", {
          "bg-ui-bg-interactive text-ui-fg-on-color -my-0.5 -ml-1 min-w-6 rounded-full px-1.5 py-0.5 text-center font-medium":
            date === today,
          "text-ui-fg-base font-medium":
            date !== today && sameMonth(date, state.date),
          "text-ui-fg-muted": date !== today && !sameMonth(date, state.date),
        })}
      >
        {Number(date.slice(8))}
      </span>
      {isOpen && shownDistricts(day).length > 1 && (
        <span className="txt-compact-xsmall">
          <LoadNumbers load={loadOfDay(day)} />
        </span>
      )}
    </span>
  )
}

function DayContent({
  day,
  closures,
}: {
  day: CalendarDay
  closures: string[]
}) {
  const { t } = useCornerstoreTranslation()
  const { listed, more } = fullest(shownDistricts(day), SHOWN)
  return (
    <>
      {listed.map(({ id, name, slots }) => {
        const load = loadOfSlots(slots)
        return (
          <span key={id} className="txt-compact-xsmall flex flex-col gap-0.5">
            <span className="flex justify-between gap-1">
              <span className="text-ui-fg-subtle truncate">{name}</span>
              <LoadNumbers load={load} />
            </span>
            <LoadBar load={load} />
          </span>
        )
      })}
      {more > 0 && (
        <span className="txt-compact-xsmall text-ui-fg-muted">
          {t(listed.length ? "calendar.more" : "calendar.unbooked", {
            count: more,
          })}
        </span>
      )}
      <ClosedText day={day} closures={closures} />
    </>
  )
}

/** That a day is closed and why; nothing where nobody ever delivers. */
export function ClosedText({
  day,
  closures,
}: {
  day: CalendarDay
  closures: string[]
}) {
  const { t } = useCornerstoreTranslation()
  const kind = kindOfDay(day)
  const why = closures.join(", ")
  if (kind !== "open" && (kind === "closed" || why)) {
    return (
      <span className="txt-compact-xsmall text-ui-fg-muted line-clamp-3">
        {why ? t("calendar.closedFor", { why }) : t("calendar.closed")}
      </span>
    )
  }
  // Closed to new orders, though some are left to deliver.
  return why ? (
    <span className="txt-compact-xsmall text-ui-fg-muted line-clamp-2">
      {why}
    </span>
  ) : null
}

/** A day in words: `Tuesday, November 24, 2026, today: 12 of 30 places, Mission 4 of 10 places`. */
function useDayLabel() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const loadText = useLoadText()
  return (
    date: string,
    day: CalendarDay | undefined,
    closures: string[],
    isToday: boolean
  ): string => {
    const name = [
      formatFullDay(date, locale),
      ...(isToday ? [t("calendar.today")] : []),
    ].join(", ")
    if (!day) {
      return name
    }
    const districts = shownDistricts(day)
    const facts = [
      ...(districts.length ? [loadText(loadOfDay(day))] : []),
      ...(districts.length > 1
        ? districts.map(
            (each) => `${each.name} ${loadText(loadOfSlots(each.slots))}`
          )
        : []),
      ...(districts.length ? [] : [t("calendar.nothing")]),
      ...closures,
    ]
    return `${name}: ${facts.join("; ")}`
  }
}
