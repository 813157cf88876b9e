import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input, Switch } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import type { CreateDriver } from "../../../../../sdk/types"
import { FormDrawer } from "../../../../components/form-drawer"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  createDriverSchema,
  toDriverInput,
  type DriverValues,
} from "./driver-schema"

type DriverFormProps = {
  defaultValues: DriverValues
  isPending: boolean
  onSave: (input: CreateDriver) => Promise<void>
}

export function DriverForm({
  defaultValues,
  isPending,
  onSave,
}: DriverFormProps) {
  const { t } = useCornerstoreTranslation()
  const schema = useMemo(() => createDriverSchema(t), [t])
  const form = useForm<DriverValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) => onSave(toDriverInput(values)))}
    >
      <Form.Field
        control={form.control}
        name="name"
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("drivers.fields.name")}</Form.Label>
            <Form.Control>
              <Input autoComplete="off" {...field} />
            </Form.Control>
            <Form.Hint>{t("drivers.hints.name")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="phone"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("drivers.fields.phone")}</Form.Label>
            <Form.Control>
              <Input type="tel" autoComplete="off" {...field} />
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="is_active"
        render={({ field: { value, onChange, ...field } }) => (
          <Form.Item>
            <div className="flex items-center justify-between gap-2">
              <Form.Label>{t("drivers.fields.active")}</Form.Label>
              <Form.Control>
                <Switch checked={value} onCheckedChange={onChange} {...field} />
              </Form.Control>
            </div>
            <Form.Hint>{t("drivers.hints.active")}</Form.Hint>
          </Form.Item>
        )}
      />
    </FormDrawer>
  )
}
