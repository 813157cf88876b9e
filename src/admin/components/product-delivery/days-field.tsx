import { Form } from "@medusajs/dashboard/components"
import { XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { Control } from "react-hook-form"

import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { formatDayOrRange } from "./format-days"
import { toDayOrRange, type RuleValues } from "./rule-schema"

type DaysFieldProps = {
  control: Control<RuleValues>
  name: "dates" | "blackouts"
  /** Whether a first and a last day can be given. */
  ranges?: boolean
}

/** A list of days that grows by one date field and shrinks by a tap. */
export function DaysField({ control, name, ranges = false }: DaysFieldProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange } }) => (
        <Form.Item>
          <Form.Label optional={ranges}>
            {t(`productDays.fields.${name}`)}
          </Form.Label>
          <Form.Hint>{t(`productDays.hints.${name}`)}</Form.Hint>
          <AddDay
            label={t(`productDays.fields.${name}`)}
            ranges={ranges}
            onAdd={(day) => onChange([...new Set([...value, day])].sort())}
          />
          <DayList
            days={value}
            onRemove={(day) => onChange(value.filter((other) => other !== day))}
          />
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

type AddDayProps = {
  label: string
  ranges: boolean
  onAdd: (day: string) => void
}

function AddDay({ label, ranges, onAdd }: AddDayProps) {
  const { t, host } = useCornerstoreTranslation()
  const [first, setFirst] = useState("")
  const [last, setLast] = useState("")
  const day = toDayOrRange(first, last)

  const add = () => {
    if (day) {
      onAdd(day)
      setFirst("")
      setLast("")
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        type="date"
        size="small"
        aria-label={`${label}: ${t("time.from")}`}
        value={first}
        onChange={(event) => setFirst(event.target.value)}
      />
      {ranges && (
        <>
          <span className="text-ui-fg-muted">–</span>
          <Input
            type="date"
            size="small"
            min={first}
            aria-label={`${label}: ${t("time.to")}`}
            value={last}
            onChange={(event) => setLast(event.target.value)}
          />
        </>
      )}
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={!day}
        onClick={add}
      >
        {host("actions.add")}
      </Button>
    </div>
  )
}

type DayListProps = { days: string[]; onRemove: (day: string) => void }

function DayList({ days, onRemove }: DayListProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  if (!days.length) {
    return null
  }
  return (
    <ul className="flex flex-wrap gap-2">
      {days.map((day) => {
        const text = formatDayOrRange(day, locale)
        return (
          <li
            key={day}
            className="bg-ui-bg-field shadow-borders-base flex items-center gap-1 rounded-md py-0.5 pl-2 pr-0.5"
          >
            <Text size="small">{text}</Text>
            <IconButton
              type="button"
              size="2xsmall"
              variant="transparent"
              aria-label={t("productDays.removeDay", { day: text })}
              onClick={() => onRemove(day)}
            >
              <XMarkMini />
            </IconButton>
          </li>
        )
      })}
    </ul>
  )
}
