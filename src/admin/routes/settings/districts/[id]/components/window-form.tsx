import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Switch } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"

import { FormDrawer } from "../../../../../components/form-drawer"
import type { WindowChange } from "../../../../../hooks/api/windows"
import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { WeekdaysField } from "./weekdays-field"
import { WindowMore } from "./window-more"
import {
  createWindowSchema,
  endsNextDay,
  toWindowChanges,
  type WindowValues,
} from "./window-schema"
import { WindowTextField } from "./window-text-field"

type WindowFormProps = {
  defaultValues: WindowValues
  isPending: boolean
  /** The window exists and has one day. */
  single?: boolean
  /** Resolves to the windows that could not be saved; their days stay chosen. */
  onSave: (changes: WindowChange[]) => Promise<WindowChange[]>
}

export function WindowForm({
  defaultValues,
  isPending,
  single = false,
  onSave,
}: WindowFormProps) {
  const { t } = useCornerstoreTranslation()
  const currency = useShopCurrency()
  const schema = useMemo(() => createWindowSchema(t), [t])
  const form = useForm<WindowValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })
  const { control } = form
  const [startsAt, endsAt] = useWatch({
    control,
    name: ["starts_at", "ends_at"],
  })

  const save = async (values: WindowValues) => {
    const unsaved = await onSave(toWindowChanges(values))
    if (unsaved.length > 0) {
      form.setValue(
        "weekdays",
        unsaved.map(({ weekday }) => String(weekday))
      )
    }
  }

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit(save)}
    >
      <WeekdaysField control={control} single={single} />
      <div className="grid grid-cols-2 items-start gap-4">
        <WindowTextField control={control} name="starts_at" type="time" />
        <WindowTextField control={control} name="ends_at" type="time" />
      </div>
      {endsNextDay(startsAt, endsAt) && (
        <p role="status" className="txt-small text-ui-fg-subtle -mt-4">
          {t("windows.nextDay")}
        </p>
      )}
      <WindowTextField control={control} name="capacity" type="number" hint />
      <div className="grid grid-cols-2 items-start gap-4">
        <WindowTextField control={control} name="lead_days" type="number" />
        <WindowTextField control={control} name="cutoff_time" type="time" />
      </div>
      <p className="txt-small text-ui-fg-subtle -mt-4">
        {t("windows.hints.cutoff")}
      </p>
      <WindowTextField
        control={control}
        name="price"
        type="text"
        hint
        unit={currency?.toUpperCase()}
      />
      <WindowMore form={form} defaultValues={defaultValues} />
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
