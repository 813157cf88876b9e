import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import type { Control } from "react-hook-form"

import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import type { WindowValues } from "./window-schema"

type WindowTextFieldProps = {
  control: Control<WindowValues>
  name: Exclude<
    keyof WindowValues,
    "is_active" | "weekdays" | "early_group_ids"
  >
  type: "time" | "number" | "text"
  optional?: boolean
  hint?: boolean
  /** What the number counts, behind the label. */
  unit?: string
}

/** A field of the window form that is typed; `text` is for decimals. */
export function WindowTextField({
  control,
  name,
  type,
  optional,
  hint,
  unit,
}: WindowTextFieldProps) {
  const { t } = useCornerstoreTranslation()
  const label = t(`windows.fields.${name}`)
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
