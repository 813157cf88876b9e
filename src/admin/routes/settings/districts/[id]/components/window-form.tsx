import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input, Select, Switch } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, type Control } from "react-hook-form"

import { FormDrawer } from "../../../../../components/form-drawer"
import type { WindowChange } from "../../../../../hooks/api/windows"
import { useLocale } from "../../../../../hooks/use-locale"
import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { formatWeekday } from "../../../../../lib/dates"
import {
  createWindowSchema,
  toWindowChange,
  type WindowValues,
} from "./window-schema"

const WEEK = [1, 2, 3, 4, 5, 6, 7]

type WindowFormProps = {
  defaultValues: WindowValues
  isPending: boolean
  onSave: (change: WindowChange) => Promise<void>
}

export function WindowForm({
  defaultValues,
  isPending,
  onSave,
}: WindowFormProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const currency = useShopCurrency()
  const schema = useMemo(() => createWindowSchema(t), [t])
  const form = useForm<WindowValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })
  const { control } = form

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) => onSave(toWindowChange(values)))}
    >
      <Form.Field
        control={control}
        name="weekday"
        render={({ field: { ref, onChange, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("windows.fields.weekday")}</Form.Label>
            <Form.Control>
              <Select {...field} onValueChange={onChange}>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  {WEEK.map((weekday) => (
                    <Select.Item key={weekday} value={String(weekday)}>
                      {formatWeekday(weekday, locale)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField control={control} name="starts_at" type="time" />
        <TextField control={control} name="ends_at" type="time" />
      </div>
      <TextField control={control} name="capacity" type="number" hint />
      <div className="grid grid-cols-2 gap-4">
        <TextField control={control} name="lead_days" type="number" />
        <TextField control={control} name="cutoff_time" type="time" />
      </div>
      <p className="txt-small text-ui-fg-subtle -mt-4">
        {t("windows.hints.cutoff")}
      </p>
      <TextField
        control={control}
        name="price"
        type="text"
        hint
        unit={currency?.toUpperCase()}
      />
      <Form.Field
        control={control}
        name="is_active"
        render={({ field: { value, onChange, ...field } }) => (
          <Form.Item>
            <div className="flex items-center justify-between gap-2">
              <Form.Label>{t("windows.fields.is_active")}</Form.Label>
              <Form.Control>
                <Switch checked={value} onCheckedChange={onChange} {...field} />
              </Form.Control>
            </div>
            <Form.Hint>{t("windows.hints.is_active")}</Form.Hint>
          </Form.Item>
        )}
      />
    </FormDrawer>
  )
}

type TextFieldProps = {
  control: Control<WindowValues>
  name: Exclude<keyof WindowValues, "is_active" | "weekday">
  type: "time" | "number" | "text"
  hint?: boolean
  /** What the number counts, behind the label. */
  unit?: string
}

function TextField({ control, name, type, hint, unit }: TextFieldProps) {
  const { t } = useCornerstoreTranslation()
  const label = t(`windows.fields.${name}`)
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label>{unit ? `${label} (${unit})` : label}</Form.Label>
          <Form.Control>
            <Input
              type={type}
              inputMode={type === "text" ? "decimal" : undefined}
              min={type === "number" ? 0 : undefined}
              autoComplete="off"
              {...field}
            />
          </Form.Control>
          {hint && <Form.Hint>{t(`windows.hints.${name}`)}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
