import { Form } from "@medusajs/dashboard/components"
import { Select } from "@medusajs/ui"
import { useWatch, type UseFormReturn } from "react-hook-form"

import type { DeliveryExceptionKind } from "../../../../../sdk/types"
import { useAllDistricts } from "../../../../hooks/api/districts"
import { useWindows } from "../../../../hooks/api/windows"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { ALL, type ExceptionValues } from "./exception-schema"
import { windowName } from "./exception-texts"

type ScopeFieldsProps = {
  form: UseFormReturn<ExceptionValues>
  kind: DeliveryExceptionKind
}

/** Where it holds: the whole shop, a district, or one window of it. */
export function ScopeFields({ form, kind }: ScopeFieldsProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { control } = form
  const { districts = [] } = useAllDistricts()
  const { windows = [] } = useWindows()
  const districtId = useWatch({ control, name: "district_id" })
  const isExtra = kind === "extra"

  const districtOptions = [
    ...(isExtra
      ? []
      : [{ value: ALL, label: t("deliveryDays.scope.everywhere") }]),
    ...districts.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const windowOptions = [
    { value: ALL, label: t("deliveryDays.scope.everyWindow") },
    ...windows
      .filter((window) => window.district_id === districtId)
      .map((window) => ({
        value: window.id,
        label: windowName(window, locale),
      })),
  ]

  return (
    <>
      <Choice
        form={form}
        name="district_id"
        options={districtOptions}
        onChoose={() => form.setValue("window_id", ALL)}
      />
      {!isExtra && districtId !== ALL && (
        <Choice form={form} name="window_id" options={windowOptions} />
      )}
    </>
  )
}

type ChoiceProps = {
  form: UseFormReturn<ExceptionValues>
  name: "district_id" | "window_id"
  options: { value: string; label: string }[]
  onChoose?: () => void
}

function Choice({ form, name, options, onChoose }: ChoiceProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Form.Field
      control={form.control}
      name={name}
      render={({ field: { ref, onChange, value, ...field } }) => (
        <Form.Item>
          <Form.Label>{t(`deliveryDays.fields.${name}`)}</Form.Label>
          <Select
            {...field}
            // What cannot be chosen is shown as not chosen yet.
            value={
              options.some((option) => option.value === value) ? value : ""
            }
            onValueChange={(chosen) => {
              onChange(chosen)
              onChoose?.()
            }}
          >
            {/* Around the trigger, which is what a label names. */}
            <Form.Control>
              <Select.Trigger ref={ref}>
                <Select.Value
                  placeholder={t(`deliveryDays.placeholders.${name}`)}
                />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value}>
                  {option.label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
