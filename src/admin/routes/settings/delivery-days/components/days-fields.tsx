import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import { useWatch, type Control } from "react-hook-form"

import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { ExceptionValues } from "./exception-schema"

/** One day, or the first and the last. */
export function DaysFields({ control }: { control: Control<ExceptionValues> }) {
  const { t } = useCornerstoreTranslation()
  const startsOn = useWatch({ control, name: "starts_on" })
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      {(["starts_on", "ends_on"] as const).map((name) => (
        <Form.Field
          key={name}
          control={control}
          name={name}
          render={({ field }) => (
            <Form.Item>
              <Form.Label optional={name === "ends_on"}>
                {t(`deliveryDays.fields.${name}`)}
              </Form.Label>
              <Form.Control>
                <Input
                  type="date"
                  min={name === "ends_on" ? startsOn : undefined}
                  {...field}
                />
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      ))}
    </div>
  )
}
