import { Form } from "@medusajs/dashboard/components"
import { Button, Select } from "@medusajs/ui"
import { useWatch, type Control } from "react-hook-form"

import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { formatWeekday } from "../../lib/dates"
import { DaysField } from "./days-field"
import { DAY_MODES, type RuleValues } from "./rule-schema"

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** Any day, some days of the week, or single days. */
export function DayModeFields({ control }: { control: Control<RuleValues> }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const mode = useWatch({ control, name: "mode" })
  return (
    <>
      <Form.Field
        control={control}
        name="mode"
        render={({ field: { ref, onChange, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("productDays.fields.mode")}</Form.Label>
            <Form.Control>
              <Select {...field} onValueChange={onChange}>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  {DAY_MODES.map((each) => (
                    <Select.Item key={each} value={each}>
                      {t(`productDays.modes.${each}`)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </Form.Control>
          </Form.Item>
        )}
      />
      {mode === "weekdays" && (
        <Form.Field
          control={control}
          name="weekdays"
          render={({ field: { value, onChange } }) => (
            <Form.Item>
              <Form.Label>{t("productDays.fields.weekdays")}</Form.Label>
              <div
                className="flex flex-wrap gap-2"
                role="group"
                aria-label={t("productDays.fields.weekdays")}
              >
                {WEEK.map((day) => {
                  const chosen = value.includes(day)
                  return (
                    <Button
                      key={day}
                      type="button"
                      size="small"
                      variant={chosen ? "primary" : "secondary"}
                      aria-pressed={chosen}
                      aria-label={formatWeekday(day, locale)}
                      onClick={() =>
                        onChange(
                          chosen
                            ? value.filter((other) => other !== day)
                            : [...value, day].sort()
                        )
                      }
                    >
                      {formatWeekday(day, locale, "short")}
                    </Button>
                  )
                })}
              </div>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      )}
      {mode === "dates" && <DaysField control={control} name="dates" />}
    </>
  )
}
