import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input, Switch } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import type { ActivitySettings } from "../../../../../sdk/types"
import { FormDrawer } from "../../../../components/form-drawer"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  createConsentSchema,
  toConsentChanges,
  toConsentValues,
  type ConsentValues,
} from "./consent-schema"
import { PlacesField } from "./places-field"
import { PolicyField } from "./policy-field"
import { useSaveSettings } from "./use-save-settings"

/** What it takes for the shop to remember a visitor. */
export function ConsentForm({ consent }: Pick<ActivitySettings, "consent">) {
  const { t } = useCornerstoreTranslation()
  const { save, isPending } = useSaveSettings()
  const schema = useMemo(() => createConsentSchema(t), [t])
  const form = useForm<ConsentValues>({
    defaultValues: toConsentValues(consent),
    resolver: zodResolver(schema),
  })
  const { control } = form
  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) =>
        save({ consent: toConsentChanges(values) })
      )}
    >
      <PolicyField control={control} name="standard" />
      <PolicyField control={control} name="europe" />
      <PlacesField control={control} name="strict_places" />
      <PlacesField control={control} name="lenient_places" />
      <Form.Field
        control={control}
        name="honour_dnt"
        render={({ field: { value, onChange, ...field } }) => (
          <Form.Item>
            <div className="flex items-center justify-between gap-2">
              <Form.Label>{t("activitySettings.fields.honour_dnt")}</Form.Label>
              <Form.Control>
                <Switch checked={value} onCheckedChange={onChange} {...field} />
              </Form.Control>
            </div>
            <Form.Hint>{t("activitySettings.hints.honour_dnt")}</Form.Hint>
          </Form.Item>
        )}
      />
      <Form.Field
        control={control}
        name="categories"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>
              {t("activitySettings.fields.categories")}
            </Form.Label>
            <Form.Control>
              <Input autoComplete="off" {...field} />
            </Form.Control>
            <Form.Hint>{t("activitySettings.hints.categories")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
    </FormDrawer>
  )
}
