import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input, Switch, Textarea } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import { FormDrawer } from "../../../../components/form-drawer"
import type { DistrictInput } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { BoundaryField } from "./boundary-field"
import {
  createDistrictSchema,
  toDistrictInput,
  type DistrictValues,
} from "./district-schema"

type DistrictFormProps = {
  defaultValues: DistrictValues
  /** The page on which its boundary can be drawn. */
  mapPath: string
  isPending: boolean
  onSave: (input: DistrictInput) => Promise<void>
}

export function DistrictForm({
  defaultValues,
  mapPath,
  isPending,
  onSave,
}: DistrictFormProps) {
  const { t } = useCornerstoreTranslation()
  const schema = useMemo(() => createDistrictSchema(t), [t])
  const form = useForm<DistrictValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) => onSave(toDistrictInput(values)))}
    >
      <Form.Field
        control={form.control}
        name="name"
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("districts.fields.name")}</Form.Label>
            <Form.Control>
              <Input autoComplete="off" {...field} />
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="priority"
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("districts.fields.priority")}</Form.Label>
            <Form.Control>
              <Input type="number" inputMode="numeric" min={0} {...field} />
            </Form.Control>
            <Form.Hint>{t("districts.hints.priority")}</Form.Hint>
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
              <Form.Label>{t("districts.fields.active")}</Form.Label>
              <Form.Control>
                <Switch checked={value} onCheckedChange={onChange} {...field} />
              </Form.Control>
            </div>
            <Form.Hint>{t("districts.hints.active")}</Form.Hint>
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="postal_codes"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>
              {t("districts.fields.postalCodes")}
            </Form.Label>
            <Form.Control>
              <Textarea rows={3} {...field} />
            </Form.Control>
            <Form.Hint>{t("districts.hints.postalCodes")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="aliases"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("districts.fields.aliases")}</Form.Label>
            <Form.Control>
              <Textarea rows={3} {...field} />
            </Form.Control>
            <Form.Hint>{t("districts.hints.aliases")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <BoundaryField form={form} mapPath={mapPath} />
    </FormDrawer>
  )
}
