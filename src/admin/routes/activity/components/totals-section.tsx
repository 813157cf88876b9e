import { InformationCircleSolid } from "@medusajs/icons"
import { Text, Tooltip } from "@medusajs/ui"

import type { ActivityOverview, ActivityTotals } from "../../../../sdk/types"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { changeOf, pointsOf } from "./change"
import { daysIn } from "./span"
import { formatCount, formatDecimal, formatLength, formatShare } from "./format"

type Figure = {
  name: "visitors" | "visits" | "bounce" | "pages" | "length" | "return"
  valueOf: (totals: ActivityTotals) => number | null
  format: (value: number, locale: string) => string
  /** Compared in percentage points. */
  isShare?: boolean
}

const FIGURES: Figure[] = [
  {
    name: "visitors",
    valueOf: ({ visitors }) => visitors.count,
    format: formatCount,
  },
  { name: "visits", valueOf: ({ visits }) => visits, format: formatCount },
  {
    name: "pages",
    valueOf: ({ pages_per_visit }) => pages_per_visit,
    format: formatDecimal,
  },
  {
    name: "length",
    valueOf: ({ visit_seconds }) => visit_seconds,
    format: formatLength,
  },
  {
    name: "bounce",
    valueOf: ({ bounce_share }) => bounce_share,
    format: formatShare,
    isShare: true,
  },
  {
    name: "return",
    valueOf: ({ return_share }) => return_share,
    format: formatShare,
    isShare: true,
  },
]

/** The numbers of the days, beside those of as many days before. */
export function TotalsSection({ overview }: { overview: ActivityOverview }) {
  const { totals, previous } = overview
  return (
    <dl className="grid grid-cols-2 md:grid-cols-3 xl:grid-cols-6">
      {FIGURES.map((figure) => (
        <FigureTile
          key={figure.name}
          figure={figure}
          now={totals}
          before={previous}
          days={daysIn(overview)}
        />
      ))}
    </dl>
  )
}

type FigureTileProps = {
  figure: Figure
  now: ActivityTotals
  before: ActivityTotals | null
  days: number
}

function FigureTile({ figure, now, before, days }: FigureTileProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { name, valueOf, format } = figure
  const value = valueOf(now)
  const text = changeText(figure, value, before && valueOf(before), locale)
  const change =
    text && figure.isShare
      ? t("activity.overview.points", { change: text })
      : text
  const { basis } = now.visitors
  const isEstimate = name === "visitors" && basis !== "exact"
  return (
    <div className="flex flex-col gap-1 px-6 py-4">
      <dt className="text-ui-fg-subtle txt-small flex items-center gap-1">
        {t(`activity.overview.figures.${name}.label`)}
        <Tooltip content={t(`activity.overview.figures.${name}.hint`)}>
          <button
            type="button"
            className="text-ui-fg-muted"
            aria-label={t(`activity.overview.figures.${name}.hint`)}
          >
            <InformationCircleSolid />
          </button>
        </Tooltip>
      </dt>
      <dd className="flex flex-col gap-0.5">
        <span className="text-ui-fg-base text-2xl font-medium tabular-nums">
          {value === null ? (
            <span className="text-ui-fg-muted">–</span>
          ) : (
            <>
              {isEstimate && (basis === "daily" ? "≤ " : "≈ ")}
              {format(value, locale)}
            </>
          )}
        </span>
        <Text size="xsmall" className="text-ui-fg-muted tabular-nums">
          {isEstimate
            ? t(`activity.overview.basis.${basis}`)
            : change && t("activity.overview.change", { change, count: days })}
        </Text>
      </dd>
    </div>
  )
}

/** `+12%`, or `-3` points of a share; null where there is nothing to compare with. */
function changeText(
  { isShare }: Figure,
  now: number | null,
  before: number | null,
  locale: string
): string | null {
  const change = isShare ? pointsOf(now, before) : changeOf(now, before)
  if (change === null) {
    return null
  }
  return new Intl.NumberFormat(locale, {
    style: isShare ? "decimal" : "percent",
    maximumFractionDigits: 0,
    signDisplay: "exceptZero",
  }).format(change)
}
