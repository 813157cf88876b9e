import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import { useFieldArray, type Control } from "react-hook-form"

import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { RateRow, RateRows } from "./rate-rows"
import type { RatesValues } from "./rates-schema"

/** What heavier orders pay more. */
export function WeightStepsField({
  control,
}: {
  control: Control<RatesValues>
}) {
  const { t } = useCornerstoreTranslation()
  const currency = useShopCurrency()?.toUpperCase()
  const { fields, append, remove } = useFieldArray({
    control,
    name: "weight_steps",
  })
  const add = t("rates.fields.add")
  const labels = {
    over: t("rates.fields.over"),
    add: currency ? `${add} (${currency})` : add,
  }
  return (
    <RateRows
      title={t("rates.fields.weight_steps")}
      hint={t("rates.hints.weight_steps")}
      addLabel={t("rates.addStep")}
      onAdd={() => append({ over: "", add: "" })}
    >
      {fields.map((row, index) => (
        <RateRow
          key={row.id}
          removeLabel={t("rates.removeStep", { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          {(["over", "add"] as const).map((name) => (
            <Form.Field
              key={name}
              control={control}
              name={`weight_steps.${index}.${name}`}
              render={({ field }) => (
                <Form.Item>
                  <Form.Label>{labels[name]}</Form.Label>
                  <Form.Control>
                    <Input inputMode="decimal" autoComplete="off" {...field} />
                  </Form.Control>
                  <Form.ErrorMessage />
                </Form.Item>
              )}
            />
          ))}
        </RateRow>
      ))}
    </RateRows>
  )
}
