import { Button, Input, clx } from "@medusajs/ui"

import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"
import { addDays, isDay } from "../lib/dates"

export type DayRangeValue = { from: string; to: string }

type DayRangeProps = {
  /** Today in the shop's zone. */
  today: string
  value: DayRangeValue
  onChange: (value: DayRangeValue) => void
}

const PRESETS = [
  { key: "today", from: 0, to: 0 },
  { key: "tomorrow", from: 1, to: 1 },
  { key: "week", from: 0, to: 7 },
] as const

/** Chooses the days a list covers: a usual span at a tap, or any two days. */
export function DayRange({ today, value, onChange }: DayRangeProps) {
  const { t } = useCornerstoreTranslation()

  const setFrom = (from: string) => {
    if (isDay(from)) {
      onChange({ from, to: value.to < from ? from : value.to })
    }
  }
  const setTo = (to: string) => {
    if (isDay(to)) {
      onChange({ from: value.from > to ? to : value.from, to })
    }
  }

  return (
    <div className="flex w-full flex-wrap items-center gap-2 md:w-auto">
      <div className="flex gap-1" role="group" aria-label={t("time.days")}>
        {PRESETS.map((preset) => {
          const range = {
            from: addDays(today, preset.from),
            to: addDays(today, preset.to),
          }
          const chosen = range.from === value.from && range.to === value.to
          return (
            <Button
              key={preset.key}
              size="small"
              variant={chosen ? "secondary" : "transparent"}
              aria-pressed={chosen}
              className={clx({ "text-ui-fg-subtle": !chosen })}
              onClick={() => onChange(range)}
            >
              {t(`time.presets.${preset.key}`)}
            </Button>
          )
        })}
      </div>
      <div className="flex items-center gap-1">
        <Input
          type="date"
          size="small"
          aria-label={t("time.from")}
          value={value.from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <span className="text-ui-fg-muted">–</span>
        <Input
          type="date"
          size="small"
          aria-label={t("time.to")}
          value={value.to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
    </div>
  )
}
