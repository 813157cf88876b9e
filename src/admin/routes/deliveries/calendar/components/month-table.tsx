import { KeyboardEvent, useEffect, useRef } from "react"

import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatWeekday } from "../../../../lib/dates"
import { dayAfterKey, weekdayOf, weeksOf } from "./calendar-days"
import type { ViewProps } from "./calendar-section"
import { formatPeriod } from "./format-period"
import { MonthCell } from "./month-cell"

/** The weeks of a month. One day can be reached by Tab, the others by arrow keys. */
export function MonthTable(props: ViewProps) {
  const { state } = props
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { view, date, range, first, go } = state
  const weeks = weeksOf(range)
  const table = useRef<HTMLTableElement>(null)
  const movesFocus = useRef(false)

  useEffect(() => {
    if (movesFocus.current) {
      movesFocus.current = false
      table.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus()
    }
  }, [date])

  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, date, first)
    if (next && !event.metaKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      movesFocus.current = true
      go({ date: next }, { replace: true })
    }
  }

  return (
    <table
      ref={table}
      role="grid"
      aria-label={t("calendar.monthLabel", {
        month: formatPeriod(view, date, range, locale),
      })}
      className="w-full table-fixed border-collapse"
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          {weeks[0].map((day) => (
            <th
              key={day}
              scope="col"
              abbr={formatWeekday(weekdayOf(day), locale)}
              className="txt-compact-xsmall-plus text-ui-fg-muted px-2 py-2 text-left"
            >
              {formatWeekday(weekdayOf(day), locale, "short")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]} className="border-ui-border-base border-t">
            {week.map((day) => (
              <MonthCell key={day} date={day} {...props} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
