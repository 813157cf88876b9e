import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input, Select, Switch } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, type Control } from "react-hook-form"

import { FormDrawer } from "../../../../components/form-drawer"
import type { LoyaltyProgramChanges } from "../../../../hooks/api/loyalty"
import { useShopCurrency } from "../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  createProgramSchema,
  toProgramChanges,
  type ProgramValues,
} from "./program-schema"

const ROUNDINGS = ["order", "line"] as const

type ProgramFormProps = {
  defaultValues: ProgramValues
  isPending: boolean
  onSave: (changes: LoyaltyProgramChanges) => Promise<void>
}

export function ProgramForm({
  defaultValues,
  isPending,
  onSave,
}: ProgramFormProps) {
  const { t } = useCornerstoreTranslation()
  const currency = useShopCurrency()
  const schema = useMemo(() => createProgramSchema(t), [t])
  const form = useForm<ProgramValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })
  const { control } = form

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) => onSave(toProgramChanges(values)))}
    >
      <Form.Field
        control={control}
        name="is_active"
        render={({ field: { value, onChange, ...field } }) => (
          <Form.Item>
            <div className="flex items-center justify-between gap-2">
              <Form.Label>{t("loyaltyProgram.fields.is_active")}</Form.Label>
              <Form.Control>
                <Switch checked={value} onCheckedChange={onChange} {...field} />
              </Form.Control>
            </div>
            <Form.Hint>{t("loyaltyProgram.hints.is_active")}</Form.Hint>
          </Form.Item>
        )}
      />
      <TextField
        control={control}
        name="points_per_unit"
        unit={currency?.toUpperCase()}
      />
      <Form.Field
        control={control}
        name="rounding"
        render={({ field: { ref, onChange, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("loyaltyProgram.fields.rounding")}</Form.Label>
            <Form.Control>
              <Select {...field} onValueChange={onChange}>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  {ROUNDINGS.map((rounding) => (
                    <Select.Item key={rounding} value={rounding}>
                      {t(`loyaltyProgram.rounding.${rounding}`)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </Form.Control>
            <Form.Hint>{t("loyaltyProgram.hints.rounding")}</Form.Hint>
          </Form.Item>
        )}
      />
      <TextField
        control={control}
        name="return_window_days"
        unit={t("loyaltyProgram.units.days")}
      />
      <TextField
        control={control}
        name="expiry_months"
        unit={t("loyaltyProgram.units.months")}
        optional
      />
    </FormDrawer>
  )
}

type TextFieldProps = {
  control: Control<ProgramValues>
  name: "points_per_unit" | "return_window_days" | "expiry_months"
  optional?: boolean
  /** What is counted, behind the label. */
  unit?: string
}

function TextField({ control, name, optional, unit }: TextFieldProps) {
  const { t } = useCornerstoreTranslation()
  const label = t(`loyaltyProgram.fields.${name}`)
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={optional}>
            {unit ? `${label} (${unit})` : label}
          </Form.Label>
          <Form.Control>
            <Input
              inputMode={name === "points_per_unit" ? "decimal" : "numeric"}
              autoComplete="off"
              {...field}
            />
          </Form.Control>
          <Form.Hint>{t(`loyaltyProgram.hints.${name}`)}</Form.Hint>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
