import { Form } from "@medusajs/dashboard/components"
import { Checkbox, Text } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"

import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { KeyValues } from "./key-schema"

const SCOPES = ["events", "identified", "facts"] as const

/** What the key may read; whose events they are is a second question. */
export function ScopeFields({ form }: { form: UseFormReturn<KeyValues> }) {
  const { t } = useCornerstoreTranslation()
  const readsEvents = form.watch("events")
  return (
    <fieldset className="flex flex-col gap-3">
      <Text asChild size="small" weight="plus" leading="compact">
        <legend className="pb-2">{t("activityKeys.fields.scopes")}</legend>
      </Text>
      {SCOPES.map((scope) => (
        <Form.Field
          key={scope}
          control={form.control}
          name={scope}
          render={({ field: { value, onChange, ...field } }) => {
            const isOff = scope === "identified" && !readsEvents
            return (
              <Form.Item>
                <div
                  className={`flex items-start gap-3 ${scope === "identified" ? "pl-7" : ""}`}
                >
                  <Form.Control>
                    <Checkbox
                      {...field}
                      className="mt-0.5"
                      disabled={isOff}
                      checked={value && !isOff}
                      onCheckedChange={(checked) => onChange(checked === true)}
                    />
                  </Form.Control>
                  <div className="flex flex-col">
                    <Form.Label>{t(`activityKeys.scopes.${scope}`)}</Form.Label>
                    <Form.Hint>
                      {t(`activityKeys.scopeHints.${scope}`)}
                    </Form.Hint>
                  </div>
                </div>
                <Form.ErrorMessage />
              </Form.Item>
            )
          }}
        />
      ))}
    </fieldset>
  )
}
