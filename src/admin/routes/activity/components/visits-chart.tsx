import { Heading, Tooltip } from "@medusajs/ui"

import type { ActivityDay } from "../../../../sdk/types"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { formatDay } from "../../../lib/dates"
import { Bar, barsOf, topOf } from "./bars"
import { formatCount } from "./format"

/** Visits of each day or week, and how many of them were somebody's first. */
export function VisitsChart({ days }: { days: ActivityDay[] }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const bars = barsOf(days)
  const top = topOf(bars)
  const isWeekly = bars.some(({ visitors }) => visitors === null)
  return (
    <section className="flex flex-col gap-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Heading level="h2">
          {t(
            isWeekly
              ? "activity.overview.chart.weekly"
              : "activity.overview.chart.daily"
          )}
        </Heading>
        {!isWeekly && <Legend />}
      </div>
      <div className="flex gap-2">
        <div
          className="text-ui-fg-muted txt-xsmall flex h-40 flex-col justify-between text-right tabular-nums"
          aria-hidden
        >
          <span>{formatCount(top, locale)}</span>
          <span>0</span>
        </div>
        <div className="min-w-0 grow">
          <ol className="border-ui-border-base flex h-40 items-end gap-px border-b sm:gap-0.5">
            {bars.map((bar) => (
              <BarItem key={bar.from} bar={bar} top={top} />
            ))}
          </ol>
          <div
            className="text-ui-fg-muted txt-xsmall flex justify-between pt-1"
            aria-hidden
          >
            <span>{formatDay(days[0].day, locale)}</span>
            <span>{formatDay(days[days.length - 1].day, locale)}</span>
          </div>
        </div>
      </div>
    </section>
  )
}

function Legend() {
  const { t } = useCornerstoreTranslation()
  return (
    <div className="text-ui-fg-subtle txt-xsmall flex gap-4" aria-hidden>
      <span className="flex items-center gap-1.5">
        <span className="bg-ui-tag-blue-icon size-2.5 rounded-sm" />
        {t("activity.overview.chart.visitors")}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="bg-ui-tag-blue-border size-2.5 rounded-sm" />
        {t("activity.overview.chart.again")}
      </span>
    </div>
  )
}

function BarItem({ bar, top }: { bar: Bar; top: number }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { from, to, visits, visitors, page_views } = bar
  const day =
    from === to
      ? formatDay(from, locale)
      : `${formatDay(from, locale)} – ${formatDay(to, locale)}`
  const text = [
    t("activity.overview.chart.visitCount", { count: visits }),
    ...(visitors === null
      ? []
      : [t("activity.overview.chart.visitorCount", { count: visitors })]),
    t("activity.overview.chart.pageCount", { count: page_views }),
  ].join(" · ")
  const height = (count: number) => `${(count / top) * 100}%`
  return (
    <li className="flex h-full min-w-0 flex-1 items-end">
      <Tooltip
        content={
          <span className="flex flex-col">
            <span className="font-medium">{day}</span>
            <span>{text}</span>
          </span>
        }
      >
        <button
          type="button"
          aria-label={`${day}: ${text}`}
          className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex h-full w-full cursor-default flex-col justify-end rounded-t-sm outline-none"
        >
          {visitors !== null && visits > visitors && (
            <span
              className="bg-ui-tag-blue-border block w-full rounded-t-sm"
              style={{ height: height(visits - visitors) }}
            />
          )}
          <span
            className="bg-ui-tag-blue-icon block w-full first:rounded-t-sm"
            style={{ height: height(visitors ?? visits) }}
          />
        </button>
      </Tooltip>
    </li>
  )
}
