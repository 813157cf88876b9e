import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input, RadioGroup, Switch } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"

import type { AdminDeliveryExceptionInput } from "../../../../../sdk/types"
import { FormDrawer } from "../../../../components/form-drawer"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { ChangesFields } from "./changes-fields"
import { DaysFields } from "./days-fields"
import {
  createExceptionSchema,
  KINDS,
  toExceptionInput,
  type ExceptionValues,
} from "./exception-schema"
import { ScopeFields } from "./scope-fields"

type ExceptionFormProps = {
  defaultValues: ExceptionValues
  isPending: boolean
  onSave: (input: AdminDeliveryExceptionInput) => Promise<void>
}

export function ExceptionForm({
  defaultValues,
  isPending,
  onSave,
}: ExceptionFormProps) {
  const { t } = useCornerstoreTranslation()
  const schema = useMemo(() => createExceptionSchema(t), [t])
  const form = useForm<ExceptionValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })
  const { control } = form
  const kind = useWatch({ control, name: "kind" })

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) => onSave(toExceptionInput(values)))}
    >
      <Form.Field
        control={control}
        name="name"
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("deliveryDays.fields.name")}</Form.Label>
            <Form.Control>
              <Input autoComplete="off" {...field} />
            </Form.Control>
            <Form.Hint>{t("deliveryDays.hints.name")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={control}
        name="kind"
        render={({ field: { onChange, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("deliveryDays.fields.kind")}</Form.Label>
            <Form.Control>
              <RadioGroup {...field} onValueChange={onChange}>
                {KINDS.map((each) => (
                  <RadioGroup.ChoiceBox
                    key={each}
                    value={each}
                    label={t(`deliveryDays.kinds.${each}`)}
                    description={t(`deliveryDays.consequence.${each}`)}
                  />
                ))}
              </RadioGroup>
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <DaysFields control={control} />
      <Form.Field
        control={control}
        name="repeats_yearly"
        render={({ field: { value, onChange, ...field } }) => (
          <Form.Item>
            <div className="flex items-center justify-between gap-2">
              <Form.Label>{t("deliveryDays.fields.repeats_yearly")}</Form.Label>
              <Form.Control>
                <Switch checked={value} onCheckedChange={onChange} {...field} />
              </Form.Control>
            </div>
            <Form.Hint>{t("deliveryDays.hints.repeats_yearly")}</Form.Hint>
          </Form.Item>
        )}
      />
      <ScopeFields form={form} kind={kind} />
      {kind !== "closed" && (
        <ChangesFields form={form} kind={kind} defaultValues={defaultValues} />
      )}
    </FormDrawer>
  )
}
