import { zodResolver } from "@hookform/resolvers/zod"
import { Combobox, Form } from "@medusajs/dashboard/components"
import { Input, Select } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import { FormDrawer } from "../../../../components/form-drawer"
import { usePublishableKeys } from "../../../../hooks/api/publishable-keys"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { createKeySchema, EMPTY_KEY, KeyValues, LIFETIMES } from "./key-schema"
import { ScopeFields } from "./scope-fields"

type KeyFormProps = {
  isPending: boolean
  onSave: (values: KeyValues) => Promise<void>
}

export function KeyForm({ isPending, onSave }: KeyFormProps) {
  const { t } = useCornerstoreTranslation()
  const { keys = [] } = usePublishableKeys()
  const schema = useMemo(() => createKeySchema(t), [t])
  const form = useForm<KeyValues>({
    defaultValues: EMPTY_KEY,
    resolver: zodResolver(schema),
  })

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit(onSave)}
    >
      <Form.Field
        control={form.control}
        name="name"
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("activityKeys.fields.name")}</Form.Label>
            <Form.Control>
              <Input autoComplete="off" {...field} />
            </Form.Control>
            <Form.Hint>{t("activityKeys.hints.name")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <ScopeFields form={form} />
      <Form.Field
        control={form.control}
        name="source_ids"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("activityKeys.fields.sources")}</Form.Label>
            <Form.Control>
              <Combobox
                {...field}
                displayMode="chips"
                placeholder={t("activityKeys.allSources")}
                onChange={(ids) => field.onChange(ids ?? [])}
                options={keys.map(({ id, title }) => ({
                  value: id,
                  label: title,
                }))}
              />
            </Form.Control>
            <Form.Hint>{t("activityKeys.hints.sources")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="lifetime"
        render={({ field: { ref, onChange, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("activityKeys.fields.lifetime")}</Form.Label>
            <Form.Control>
              <Select {...field} onValueChange={onChange}>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  {LIFETIMES.map((lifetime) => (
                    <Select.Item key={lifetime} value={lifetime}>
                      {t(`activityKeys.lifetimes.${lifetime}`)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </Form.Control>
            <Form.Hint>{t("activityKeys.hints.lifetime")}</Form.Hint>
          </Form.Item>
        )}
      />
    </FormDrawer>
  )
}
