import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import { FormDrawer } from "../../../../../components/form-drawer"
import type { DistrictRates } from "../../../../../hooks/api/districts"
import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { GroupPricesField } from "./group-prices-field"
import { createRatesSchema, toRates, type RatesValues } from "./rates-schema"
import { WeightStepsField } from "./weight-steps-field"

type RatesFormProps = {
  defaultValues: RatesValues
  isPending: boolean
  onSave: (rates: DistrictRates) => Promise<void>
}

export function RatesForm({
  defaultValues,
  isPending,
  onSave,
}: RatesFormProps) {
  const { t } = useCornerstoreTranslation()
  const currency = useShopCurrency()?.toUpperCase()
  const schema = useMemo(() => createRatesSchema(t), [t])
  const form = useForm<RatesValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })
  const { control } = form
  const cash = t("rates.fields.cash_limit")

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) => onSave(toRates(values)))}
    >
      <Form.Field
        control={control}
        name="stop_minutes"
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("rates.fields.stop_minutes")}</Form.Label>
            <Form.Control>
              <Input type="number" min={0} autoComplete="off" {...field} />
            </Form.Control>
            <Form.Hint>{t("rates.hints.stop_minutes")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={control}
        name="cash_limit"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>
              {currency ? `${cash} (${currency})` : cash}
            </Form.Label>
            <Form.Control>
              <Input inputMode="decimal" autoComplete="off" {...field} />
            </Form.Control>
            <Form.Hint>{t("rates.hints.cash_limit")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <WeightStepsField control={control} />
      <GroupPricesField control={control} />
    </FormDrawer>
  )
}
