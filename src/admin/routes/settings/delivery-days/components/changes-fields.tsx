import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"

import { FormMore } from "../../../../components/form-more"
import { useShopCurrency } from "../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { ExceptionValues } from "./exception-schema"

type ChangesFieldsProps = {
  form: UseFormReturn<ExceptionValues>
  kind: "changed" | "extra"
  defaultValues: ExceptionValues
}

/** What a window says on these days; of a changed day only what is different. */
export function ChangesFields({
  form,
  kind,
  defaultValues,
}: ChangesFieldsProps) {
  const { t } = useCornerstoreTranslation()
  const currency = useShopCurrency()?.toUpperCase()
  const isExtra = kind === "extra"
  const { errors } = form.formState
  const price = t("windows.fields.price")

  return (
    <>
      <p className="txt-small text-ui-fg-subtle text-pretty">
        {t(`deliveryDays.hints.${kind}`)}
      </p>
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField
          form={form}
          name="starts_at"
          label={t("windows.fields.starts_at")}
          type="time"
          optional={!isExtra}
        />
        <TextField
          form={form}
          name="ends_at"
          label={t("windows.fields.ends_at")}
          type="time"
          optional={!isExtra}
        />
        <TextField
          form={form}
          name="lead_days"
          label={t("windows.fields.lead_days")}
          optional
        />
        <TextField
          form={form}
          name="cutoff_time"
          label={t("windows.fields.cutoff_time")}
          type="time"
          optional={!isExtra}
        />
        <TextField
          form={form}
          name="orders"
          label={t("windows.fields.capacity")}
          optional={!isExtra}
        />
        <TextField
          form={form}
          name="price"
          label={currency ? `${price} (${currency})` : price}
          optional={!isExtra}
        />
      </div>
      <FormMore
        title={t("windows.more.title")}
        description={t("deliveryDays.more")}
        startsOpen={Boolean(defaultValues.weight || defaultValues.minutes)}
        hasError={Boolean(errors.weight || errors.minutes)}
      >
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            form={form}
            name="weight"
            label={`${t("windows.fields.capacity_weight")} (kg)`}
            optional
          />
          <TextField
            form={form}
            name="minutes"
            label={t("windows.fields.capacity_minutes")}
            optional
          />
        </div>
      </FormMore>
    </>
  )
}

type TextFieldProps = {
  form: UseFormReturn<ExceptionValues>
  name:
    | "starts_at"
    | "ends_at"
    | "lead_days"
    | "cutoff_time"
    | "orders"
    | "price"
    | "weight"
    | "minutes"
  label: string
  type?: "time" | "text"
  optional: boolean
}

function TextField({
  form,
  name,
  label,
  type = "text",
  optional,
}: TextFieldProps) {
  return (
    <Form.Field
      control={form.control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={optional}>{label}</Form.Label>
          <Form.Control>
            <Input
              type={type}
              inputMode={type === "text" ? "decimal" : undefined}
              autoComplete="off"
              {...field}
            />
          </Form.Control>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
