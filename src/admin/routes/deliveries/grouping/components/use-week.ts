import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"

import { useLocale } from "../../../../hooks/use-locale"
import { addDays, isDay } from "../../../../lib/dates"
import {
  firstWeekday,
  rangeOf,
  type Range,
} from "../../calendar/components/calendar-days"

type Week = {
  range: Range
  /** The days of it that are still to come; null when none is. */
  ahead: Range | null
  isThisWeek: boolean
  /** Shows another week; without `weeks` this one. */
  step: (weeks?: number) => void
}

/**
 * The week that is shown, as the URL says it.
 *
 * @param today - in the shop's zone
 */
export function useWeek(today: string): Week {
  const locale = useLocale()
  const [params, setParams] = useSearchParams()
  const raw = params.get("week")
  const day = isDay(raw) ? raw : today
  const first = useMemo(
    () => firstWeekday(locale, navigator.languages),
    [locale]
  )
  const range = useMemo(() => rangeOf("week", day, first), [day, first])

  const step = (weeks?: number) => {
    const next = new URLSearchParams(params)
    if (weeks === undefined) {
      next.delete("week")
    } else {
      next.set("week", addDays(range.from, 7 * weeks))
    }
    setParams(next, { replace: true })
  }
  return {
    range,
    ahead:
      range.to < today
        ? null
        : { from: range.from < today ? today : range.from, to: range.to },
    isThisWeek: range.from <= today && today <= range.to,
    step,
  }
}
