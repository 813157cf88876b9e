import { Button, clx, Heading, Input, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { ActivityOverview } from "../../../../sdk/types"
import { RelativeInstant } from "../../../components/instant"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { dayInZone, foreignZoneName, isDay } from "../../../lib/dates"
import { lastDays, Span, withinReach } from "./span"

const PRESETS = [7, 30, 90, 365]

type OverviewHeaderProps = {
  overview: Pick<
    ActivityOverview,
    "from" | "to" | "time_zone" | "counted_until"
  >
  onChange: (span: Span) => void
}

/** What the page is, how fresh it is, and which days it shows. */
export function OverviewHeader({ overview, onChange }: OverviewHeaderProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { from, to, time_zone, counted_until } = overview
  const zone = foreignZoneName(time_zone, locale)
  return (
    <div className="flex flex-col gap-4 px-6 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <Heading>{t("activity.overview.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {counted_until ? (
              <>
                {t("activity.overview.counted")}{" "}
                <RelativeInstant instant={counted_until} />
                {zone && ` · ${t("time.zoneHint", { zone })}`}
              </>
            ) : (
              t("activity.overview.subtitle")
            )}
          </Text>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to="/activity/events">{t("activity.overview.single")}</Link>
        </Button>
      </div>
      <SpanPicker
        span={{ from, to }}
        today={dayInZone(new Date(), time_zone)}
        onChange={onChange}
      />
    </div>
  )
}

type SpanPickerProps = {
  span: Span
  today: string
  onChange: (span: Span) => void
}

function SpanPicker({ span, today, onChange }: SpanPickerProps) {
  const { t } = useCornerstoreTranslation()
  const change = (end: keyof Span, day: string) => {
    if (isDay(day)) {
      const { from, to } =
        end === "from" ? { ...span, from: day } : { ...span, to: day }
      const ordered = from <= to ? { from, to } : { from: day, to: day }
      onChange(withinReach(ordered, end))
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div
        className="flex flex-wrap gap-1"
        role="group"
        aria-label={t("time.days")}
      >
        {PRESETS.map((count) => {
          const preset = lastDays(count, today)
          const chosen = preset.from === span.from && preset.to === span.to
          return (
            <Button
              key={count}
              size="small"
              variant={chosen ? "secondary" : "transparent"}
              aria-pressed={chosen}
              className={clx({ "text-ui-fg-subtle": !chosen })}
              onClick={() => onChange(preset)}
            >
              {t(`activity.overview.presets.${count}`)}
            </Button>
          )
        })}
      </div>
      <div className="flex items-center gap-1">
        {(["from", "to"] as const).map((end) => (
          <Input
            key={end}
            type="date"
            size="small"
            max={today}
            aria-label={t(`time.${end}`)}
            value={span[end]}
            onChange={(event) => change(end, event.target.value)}
          />
        ))}
      </div>
    </div>
  )
}
