import { ChevronLeft, ChevronRight, Rss } from "@medusajs/icons"
import { Button, clx, Heading, IconButton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { foreignZoneName } from "../../../../lib/dates"
import { move, VIEWS } from "./calendar-days"
import { DistrictSelect } from "./district-select"
import { formatPeriod } from "./format-period"
import type { CalendarState } from "./use-calendar-state"

type CalendarHeaderProps = { state: CalendarState; today: string; zone: string }

/** What is shown, and the ways to see something else. */
export function CalendarHeader({ state, today, zone }: CalendarHeaderProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const foreign = foreignZoneName(zone, locale)
  return (
    <header className="flex flex-col gap-4 px-4 py-4 md:px-6">
      <div className="flex items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <Heading>{t("calendar.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("calendar.subtitle")}
            {foreign && ` ${t("time.zoneHint", { zone })}.`}
          </Text>
        </div>
        <Button size="small" variant="secondary" className="shrink-0" asChild>
          <Link to={{ pathname: "subscribe", search: state.searchOf({}) }}>
            <Rss />
            {t("calendar.subscribe.action")}
          </Link>
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <Steps state={state} today={today} />
        <div className="flex w-full items-center justify-between gap-2 md:w-auto">
          <DistrictSelect
            value={state.districtId}
            onChange={(districtId) => state.go({ districtId })}
          />
          <ViewChoice state={state} />
        </div>
      </div>
    </header>
  )
}

function Steps({ state, today }: Omit<CalendarHeaderProps, "zone">) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { view, date, range, go } = state
  const step = (steps: number) =>
    go({ date: move(view, date, steps) }, { replace: true })
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex items-center gap-1">
        <IconButton
          size="small"
          aria-label={t(`calendar.before.${view}`)}
          onClick={() => step(-1)}
        >
          <ChevronLeft className="rtl:rotate-180" />
        </IconButton>
        <Button
          size="small"
          variant="secondary"
          aria-current={date === today ? "date" : undefined}
          onClick={() => go({ date: today }, { replace: true })}
        >
          {t("calendar.today")}
        </Button>
        <IconButton
          size="small"
          aria-label={t(`calendar.after.${view}`)}
          onClick={() => step(1)}
        >
          <ChevronRight className="rtl:rotate-180" />
        </IconButton>
      </div>
      <Heading level="h2" aria-live="polite" className="first-letter:uppercase">
        {formatPeriod(view, date, range, locale)}
      </Heading>
    </div>
  )
}

function ViewChoice({ state: { view, go } }: { state: CalendarState }) {
  const { t } = useCornerstoreTranslation()
  return (
    <div
      className="bg-ui-bg-component shadow-borders-base flex shrink-0 rounded-md p-0.5"
      role="group"
      aria-label={t("calendar.view")}
    >
      {VIEWS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === view}
          onClick={() => go({ view: each })}
          className={clx(
            "txt-compact-small-plus focus-visible:shadow-borders-focus transition-fg min-h-6 rounded px-2.5 py-0.5 outline-none",
            each === view
              ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
              : "text-ui-fg-subtle hover:text-ui-fg-base"
          )}
        >
          {t(`calendar.views.${each}`)}
        </button>
      ))}
    </div>
  )
}
