import { useSearchParams } from "react-router-dom"

import { addDays, isDay } from "../../../../lib/dates"

export type DaySpan = { from: string; to: string }

type Week = {
  /** Seven days, the first of them today or later: what is over cannot be moved. */
  range: DaySpan
  isFirst: boolean
  /** Moves on by weeks; without `weeks` back to today. */
  step: (weeks?: number) => void
}

/**
 * The seven days that are shown, as the URL says it.
 *
 * @param today - in the shop's zone
 */
export function useWeek(today: string): Week {
  const [params, setParams] = useSearchParams()
  const raw = params.get("from")
  const from = isDay(raw) && raw > today ? raw : today

  const step = (weeks?: number) => {
    const next = new URLSearchParams(params)
    const day = weeks === undefined ? today : addDays(from, 7 * weeks)
    if (day > today) {
      next.set("from", day)
    } else {
      next.delete("from")
    }
    setParams(next, { replace: true })
  }
  return {
    range: { from, to: addDays(from, 6) },
    isFirst: from === today,
    step,
  }
}
