import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import type { ActivitySettings } from "../../../../../sdk/types"
import { DrawerTitle, FormDrawer } from "../../../../components/form-drawer"
import { useActivitySettings } from "../../../../hooks/api/activity-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  createRetentionSchema,
  RETENTIONS,
  toRetentionChanges,
  toRetentionValues,
  type RetentionValues,
} from "./retention-schema"
import { useSaveSettings } from "./use-save-settings"

export function EditRetention() {
  const { t } = useCornerstoreTranslation()
  const { settings } = useActivitySettings()
  return (
    <>
      <DrawerTitle
        title={t("activitySettings.retention.edit")}
        description={t("activitySettings.retention.subtitle")}
      />
      {settings && <RetentionForm retention={settings.retention} />}
    </>
  )
}

function RetentionForm({ retention }: Pick<ActivitySettings, "retention">) {
  const { t } = useCornerstoreTranslation()
  const { save, isPending } = useSaveSettings()
  const schema = useMemo(() => createRetentionSchema(t), [t])
  const form = useForm<RetentionValues>({
    defaultValues: toRetentionValues(retention),
    resolver: zodResolver(schema),
  })
  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) =>
        save({ retention: toRetentionChanges(values) })
      )}
    >
      {RETENTIONS.map((name) => (
        <Form.Field
          key={name}
          control={form.control}
          name={name}
          render={({ field }) => (
            <Form.Item>
              <Form.Label>
                {`${t(`activitySettings.fields.${name}`)} (${t("activitySettings.unit")})`}
              </Form.Label>
              <Form.Control>
                <Input inputMode="numeric" autoComplete="off" {...field} />
              </Form.Control>
              <Form.Hint>{t(`activitySettings.hints.${name}`)}</Form.Hint>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      ))}
    </FormDrawer>
  )
}
