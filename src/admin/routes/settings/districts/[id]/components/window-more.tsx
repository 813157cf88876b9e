import { Combobox, Form } from "@medusajs/dashboard/components"
import type { UseFormReturn } from "react-hook-form"

import { FormMore } from "../../../../../components/form-more"
import { useCustomerGroups } from "../../../../../hooks/api/customer-groups"
import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { MORE_FIELDS, saysMore, type WindowValues } from "./window-schema"
import { WindowTextField } from "./window-text-field"

type WindowMoreProps = {
  form: UseFormReturn<WindowValues>
  defaultValues: WindowValues
}

/** Weight, minutes, order value and who books first: most windows need none of it. */
export function WindowMore({ form, defaultValues }: WindowMoreProps) {
  const { t } = useCornerstoreTranslation()
  const currency = useShopCurrency()?.toUpperCase()
  const { control, formState } = form
  return (
    <FormMore
      title={t("windows.more.title")}
      description={t("windows.more.description")}
      startsOpen={saysMore(defaultValues)}
      hasError={MORE_FIELDS.some((field) => formState.errors[field])}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <WindowTextField
          control={control}
          name="capacity_weight"
          type="text"
          unit="kg"
          optional
        />
        <WindowTextField
          control={control}
          name="capacity_minutes"
          type="text"
          optional
        />
      </div>
      <p className="txt-small text-ui-fg-subtle -mt-4">
        {t("windows.hints.load")}
      </p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <WindowTextField
          control={control}
          name="minimum_order"
          type="text"
          unit={currency}
          optional
        />
        <WindowTextField
          control={control}
          name="free_over"
          type="text"
          unit={currency}
          optional
        />
      </div>
      <p className="txt-small text-ui-fg-subtle -mt-4">
        {t("windows.hints.goods")}
      </p>
      <EarlyGroups form={form} />
      <WindowTextField
        control={control}
        name="public_days"
        type="text"
        optional
        hint
      />
    </FormMore>
  )
}

function EarlyGroups({ form }: { form: UseFormReturn<WindowValues> }) {
  const { t } = useCornerstoreTranslation()
  const { groups = [] } = useCustomerGroups()
  return (
    <Form.Field
      control={form.control}
      name="early_group_ids"
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional>
            {t("windows.fields.early_group_ids")}
          </Form.Label>
          <Form.Control>
            <Combobox
              {...field}
              displayMode="chips"
              onChange={(ids) => field.onChange(ids ?? [])}
              options={groups.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
          </Form.Control>
          <Form.Hint>{t("windows.hints.early_group_ids")}</Form.Hint>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
