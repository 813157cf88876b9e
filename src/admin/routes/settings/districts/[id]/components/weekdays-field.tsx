import { Form } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import type { Control } from "react-hook-form"

import { useLocale } from "../../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { formatWeekday } from "../../../../../lib/dates"
import type { WindowValues } from "./window-schema"

const WEEK = [1, 2, 3, 4, 5, 6, 7]

type WeekdaysFieldProps = {
  control: Control<WindowValues>
  /** A window that exists has one day; new ones are made for several at once. */
  single: boolean
}

/** The days of the week, pressed on and off. */
export function WeekdaysField({ control, single }: WeekdaysFieldProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const label = t(single ? "windows.fields.weekday" : "windows.fields.weekdays")
  return (
    <Form.Field
      control={control}
      name="weekdays"
      render={({ field: { value, onChange, ref } }) => {
        const press = (day: string) =>
          onChange(
            single
              ? [day]
              : value.includes(day)
                ? value.filter((each) => each !== day)
                : [...value, day]
          )
        return (
          <Form.Item>
            <Form.Label>{label}</Form.Label>
            <div
              role="group"
              aria-label={label}
              className="grid grid-cols-4 gap-1 sm:grid-cols-7"
            >
              {WEEK.map((weekday) => {
                const day = String(weekday)
                const pressed = value.includes(day)
                return (
                  <Button
                    key={day}
                    ref={weekday === 1 ? ref : undefined}
                    type="button"
                    size="small"
                    variant={pressed ? "primary" : "secondary"}
                    aria-pressed={pressed}
                    aria-label={formatWeekday(weekday, locale)}
                    className="w-full first-letter:uppercase"
                    onClick={() => press(day)}
                  >
                    {formatWeekday(weekday, locale, "short")}
                  </Button>
                )
              })}
            </div>
            {!single && <Form.Hint>{t("windows.hints.weekdays")}</Form.Hint>}
            <Form.ErrorMessage />
          </Form.Item>
        )
      }}
    />
  )
}
