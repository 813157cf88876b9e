import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import type { Control } from "react-hook-form"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import type { RuleValues } from "./rule-schema"

type InputFieldProps = {
  control: Control<RuleValues>
  name: "lead_days" | "daily_capacity" | "available_from" | "available_until"
  type: "number" | "date"
  hint?: boolean
  optional?: boolean
}

export function InputField({
  control,
  name,
  type,
  hint,
  optional,
}: InputFieldProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={optional}>
            {t(`productDays.fields.${name}`)}
          </Form.Label>
          <Form.Control>
            <Input
              type={type}
              min={type === "number" ? 0 : undefined}
              autoComplete="off"
              {...field}
            />
          </Form.Control>
          {hint && <Form.Hint>{t(`productDays.hints.${name}`)}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
