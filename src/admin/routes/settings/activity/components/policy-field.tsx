import { Form } from "@medusajs/dashboard/components"
import { RadioGroup } from "@medusajs/ui"
import type { Control } from "react-hook-form"

import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { ConsentValues } from "./consent-schema"

const POLICIES = ["strict", "lenient"] as const

type PolicyFieldProps = {
  control: Control<ConsentValues>
  name: "standard" | "europe"
}

/** Which of the two, each with what follows from it. */
export function PolicyField({ control, name }: PolicyFieldProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { onChange, ...field } }) => (
        <Form.Item>
          <Form.Label>{t(`activitySettings.fields.${name}`)}</Form.Label>
          <Form.Control>
            <RadioGroup {...field} onValueChange={onChange}>
              {POLICIES.map((policy) => (
                <RadioGroup.ChoiceBox
                  key={policy}
                  value={policy}
                  label={t(`activitySettings.policy.${policy}`)}
                  description={t(`activitySettings.consequence.${policy}`)}
                />
              ))}
            </RadioGroup>
          </Form.Control>
        </Form.Item>
      )}
    />
  )
}
