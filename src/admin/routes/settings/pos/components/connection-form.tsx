import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Heading, Input, Switch, Textarea } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import type { AdminPosAdapter } from "../../../../../sdk/types"
import { FormDrawer } from "../../../../components/form-drawer"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  type ConnectionValues,
  createConnectionSchema,
} from "./connection-schema"
import { CredentialFields } from "./credential-fields"
import { PlaceFields } from "./place-fields"
import { POS_STATUSES } from "./status-map-text"

type ConnectionFormProps = {
  adapter: AdminPosAdapter
  /** Of the stored credentials; empty for a new connection. */
  lastFour: Record<string, string>
  defaultValues: ConnectionValues
  isPending: boolean
  onSave: (values: ConnectionValues) => Promise<void>
}

export function ConnectionForm({
  adapter,
  lastFour,
  defaultValues,
  isPending,
  onSave,
}: ConnectionFormProps) {
  const { t } = useCornerstoreTranslation()
  const schema = useMemo(
    () => createConnectionSchema(t, adapter, lastFour),
    [t, adapter, lastFour]
  )
  const form = useForm<ConnectionValues>({
    defaultValues,
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
            <Form.Label>{t("pos.fields.name")}</Form.Label>
            <Form.Control>
              <Input autoComplete="off" {...field} />
            </Form.Control>
            <Form.Hint>{t("pos.hints.name")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <CredentialFields form={form} adapter={adapter} lastFour={lastFour} />
      <PlaceFields form={form} />
      <Form.Field
        control={form.control}
        name="hold_unmapped"
        render={({ field: { value, onChange, ...field } }) => (
          <Form.Item>
            <div className="flex items-center justify-between gap-2">
              <Form.Label>{t("pos.fields.hold")}</Form.Label>
              <Form.Control>
                <Switch checked={value} onCheckedChange={onChange} {...field} />
              </Form.Control>
            </div>
            <Form.Hint>{t("pos.hints.hold")}</Form.Hint>
          </Form.Item>
        )}
      />
      <Heading level="h3">{t("pos.advanced")}</Heading>
      <Form.Field
        control={form.control}
        name="base_url"
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("pos.fields.baseUrl")}</Form.Label>
            <Form.Control>
              <Input
                type="url"
                inputMode="url"
                placeholder={adapter.default_base_url}
                {...field}
              />
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <div className="grid grid-cols-2 gap-4">
        <Form.Field
          control={form.control}
          name="poll_seconds"
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("pos.fields.poll")}</Form.Label>
              <Form.Control>
                <Input type="number" inputMode="numeric" min={15} {...field} />
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
        <Form.Field
          control={form.control}
          name="sync_minutes"
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("pos.fields.sync")}</Form.Label>
              <Form.Control>
                <Input type="number" inputMode="numeric" min={1} {...field} />
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      </div>
      <Form.Field
        control={form.control}
        name="status_map"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("pos.fields.statusMap")}</Form.Label>
            <Form.Control>
              <Textarea
                rows={3}
                spellCheck={false}
                className="font-mono"
                placeholder="Bagged = ready"
                {...field}
              />
            </Form.Control>
            <Form.Hint>
              {t("pos.hints.statusMap", { statuses: POS_STATUSES.join(", ") })}
            </Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
    </FormDrawer>
  )
}
