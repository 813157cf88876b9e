import { clx, Skeleton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  formatDay,
  formatSlotHours,
  formatWeekday,
} from "../../../../lib/dates"
import { daysOf, weekdayOf } from "./calendar-days"
import type { ViewProps } from "./calendar-section"
import { formatFullDay, formatPeriod } from "./format-period"
import { byHours, kindOfDay, slotsOfDay } from "./loads"
import { ClosedText } from "./month-cell"
import { SlotBlock } from "./slot-block"

/** A week: a column for each day with its slots, on a phone one below the other. */
export function WeekView(props: ViewProps) {
  const { state } = props
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const days = daysOf(state.range)
  return (
    <ol
      aria-label={t("calendar.weekLabel", {
        week: formatPeriod("week", state.date, state.range, locale),
      })}
      className="flex flex-col divide-y lg:grid lg:grid-cols-7 lg:divide-x lg:divide-y-0"
    >
      {days.map((date) => (
        <li key={date} className="min-w-0">
          <DayColumn date={date} {...props} />
        </li>
      ))}
    </ol>
  )
}

type DayColumnProps = ViewProps & { date: string }

function DayColumn(props: DayColumnProps) {
  const { date, dayOf } = props
  const day = dayOf(date)
  const isOpen = !day || kindOfDay(day) === "open"
  return (
    <section
      aria-labelledby={`day-${date}`}
      className={clx("flex h-full flex-col gap-2.5 p-4 lg:min-h-96 lg:p-2", {
        "bg-ui-bg-subtle": !isOpen,
      })}
    >
      <DayHeading {...props} />
      <DaySlots {...props} />
    </section>
  )
}

function DayHeading({ date, state, today }: DayColumnProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const isToday = date === today
  return (
    <h3 id={`day-${date}`} className="txt-compact-small">
      <Link
        to={{ search: state.searchOf({ view: "day", date }) }}
        aria-label={[
          formatFullDay(date, locale),
          ...(isToday ? [t("calendar.today")] : []),
        ].join(", ")}
        aria-current={isToday ? "date" : undefined}
        className="hover:text-ui-fg-interactive focus-visible:shadow-borders-focus flex min-h-6 items-center gap-1.5 rounded-sm outline-none lg:px-1"
      >
        <span className="lg:hidden">
          <span
            className={clx("font-medium", {
              "text-ui-fg-interactive": isToday,
            })}
          >
            {formatDay(date, locale)}
            {isToday && ` · ${t("calendar.today")}`}
          </span>
        </span>
        <span className="text-ui-fg-muted hidden lg:inline">
          {formatWeekday(weekdayOf(date), locale, "short")}
        </span>
        <span
          className={clx("hidden tabular-nums lg:inline", {
            "bg-ui-bg-interactive text-ui-fg-on-color min-w-6 rounded-full px-1.5 py-0.5 text-center font-medium":
              isToday,
            "font-medium": !isToday,
          })}
        >
          {Number(date.slice(8))}
        </span>
      </Link>
    </h3>
  )
}

function DaySlots({ date, state, dayOf, closuresOn, zone }: DayColumnProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const day = dayOf(date)
  if (!day) {
    return <Skeleton className="h-16 w-full" />
  }
  const slots = slotsOfDay(day)
  const closures = closuresOn(date)
  return (
    <>
      <ClosedText day={day} closures={closures} />
      {kindOfDay(day) === "none" && closures.length === 0 && (
        <Text size="xsmall" className="text-ui-fg-muted lg:px-1">
          {t("calendar.nothing")}
        </Text>
      )}
      {byHours(slots).map((group) => (
        <div key={group[0].id} className="flex flex-col gap-1">
          <span
            aria-hidden
            className="txt-compact-xsmall text-ui-fg-muted lg:px-1"
          >
            {formatSlotHours(
              group[0].starts_at,
              group[0].ends_at,
              zone,
              locale
            )}
          </span>
          <ul className="flex flex-col gap-1.5">
            {group.map((slot) => (
              <li key={slot.id}>
                <SlotBlock
                  slot={slot}
                  zone={zone}
                  to={{
                    search: state.searchOf({ view: "day", date }),
                    hash: slot.id,
                  }}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
