import type { ActivityDay } from "../../../../sdk/types"

/** More bars than that are too thin to be touched or told apart. */
const MAX_BARS = 62
const WEEK = 7

/** A bar: one day, or seven. */
export type Bar = {
  from: string
  to: string
  visits: number
  /** Of a day; null of a week, whose days share visitors. */
  visitors: number | null
  page_views: number
}

/**
 * What a chart of days shows. Where days are too many, seven make a bar, the
 * last of them ending on the last day.
 */
export function barsOf(days: readonly ActivityDay[]): Bar[] {
  if (days.length <= MAX_BARS) {
    return days.map(({ day, ...counts }) => ({ from: day, to: day, ...counts }))
  }
  const first = days.length % WEEK
  const starts = Array.from(
    { length: Math.ceil(days.length / WEEK) },
    (_, index) => (first ? first - WEEK : 0) + index * WEEK
  )
  return starts.map((start) => {
    const week = days.slice(Math.max(0, start), start + WEEK)
    return {
      from: week[0].day,
      to: week[week.length - 1].day,
      visits: sum(week.map(({ visits }) => visits)),
      visitors: null,
      page_views: sum(week.map(({ page_views }) => page_views)),
    }
  })
}

/** A round number at or above the highest bar, at least one. */
export function topOf(bars: readonly Pick<Bar, "visits">[]): number {
  const highest = Math.max(1, ...bars.map(({ visits }) => visits))
  const power = 10 ** Math.floor(Math.log10(highest))
  const step = [1, 2, 3, 4, 5, 8, 10].find((each) => each * power >= highest)
  return (step ?? 10) * power
}

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
