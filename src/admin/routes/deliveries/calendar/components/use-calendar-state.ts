import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"

import { useLocale } from "../../../../hooks/use-locale"
import { isDay } from "../../../../lib/dates"
import { firstWeekday, rangeOf, View, VIEWS, type Range } from "./calendar-days"

export type CalendarState = {
  view: View
  date: string
  /** Null for every district. */
  districtId: string | null
  /** ISO weekday on which a week begins. */
  first: number
  range: Range
  /** Another place in the calendar; without `replace` the way back leads here. */
  go: (to: Target, options?: { replace?: boolean }) => void
  /** The same as a search string, for links. */
  searchOf: (to: Target) => string
}

export type Target = {
  view?: View
  date?: string
  districtId?: string | null
}

/**
 * What the calendar shows, as the URL says it.
 *
 * @param today - in the shop's zone; shown unless told otherwise
 */
export function useCalendarState(today: string): CalendarState {
  const locale = useLocale()
  const [params, setParams] = useSearchParams()
  const [rawView, rawDate] = [params.get("view"), params.get("date")]
  const view = VIEWS.find((known) => known === rawView) ?? "month"
  const date = isDay(rawDate) ? rawDate : today
  const first = useMemo(
    () => firstWeekday(locale, navigator.languages),
    [locale]
  )
  const range = useMemo(() => rangeOf(view, date, first), [view, date, first])

  const paramsOf = (to: Target): URLSearchParams => {
    const next = new URLSearchParams(params)
    if (to.view) {
      next.set("view", to.view)
    }
    if (to.date) {
      next.set("date", to.date)
    }
    if (to.districtId) {
      next.set("district_id", to.districtId)
    } else if (to.districtId === null) {
      next.delete("district_id")
    }
    return next
  }

  return {
    view,
    date,
    districtId: params.get("district_id"),
    first,
    range,
    go: (to, options) => setParams(paramsOf(to), options),
    searchOf: (to) => `?${paramsOf(to).toString()}`,
  }
}
