import { Form } from "@medusajs/dashboard/components"
import { Input, Select, Text } from "@medusajs/ui"
import { useFieldArray, type Control } from "react-hook-form"

import { useCustomerGroups } from "../../../../../hooks/api/customer-groups"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { RateRow, RateRows } from "./rate-rows"
import type { RatesValues } from "./rates-schema"

/** What customers of a group pay less. */
export function GroupPricesField({
  control,
}: {
  control: Control<RatesValues>
}) {
  const { t } = useCornerstoreTranslation()
  const { groups } = useCustomerGroups()
  const { fields, append, remove } = useFieldArray({
    control,
    name: "group_prices",
  })
  // A group that is gone stays to be seen, and to be taken away.
  const known = groups ?? []
  const gone = fields.flatMap(({ group_id }) =>
    group_id && !known.some(({ id }) => id === group_id)
      ? [{ id: group_id, name: group_id }]
      : []
  )
  return (
    <RateRows
      title={t("rates.fields.group_prices")}
      hint={t("rates.hints.group_prices")}
      addLabel={t("rates.addGroup")}
      onAdd={() => append({ group_id: "", percent: "" })}
    >
      {groups?.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("rates.noGroups")}
        </Text>
      )}
      {fields.map((row, index) => (
        <RateRow
          key={row.id}
          removeLabel={t("rates.removeGroup", { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          <Form.Field
            control={control}
            name={`group_prices.${index}.group_id`}
            render={({ field: { ref, onChange, ...field } }) => (
              <Form.Item>
                <Form.Label>{t("rates.fields.group")}</Form.Label>
                <Select {...field} onValueChange={onChange}>
                  {/* Around the trigger, which is what a label names. */}
                  <Form.Control>
                    <Select.Trigger ref={ref}>
                      <Select.Value />
                    </Select.Trigger>
                  </Form.Control>
                  <Select.Content>
                    {[...known, ...gone].map(({ id, name }) => (
                      <Select.Item key={id} value={id}>
                        {name}
                      </Select.Item>
                    ))}
                  </Select.Content>
                </Select>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
          <Form.Field
            control={control}
            name={`group_prices.${index}.percent`}
            render={({ field }) => (
              <Form.Item>
                <Form.Label>{t("rates.fields.percent")}</Form.Label>
                <Form.Control>
                  <Input inputMode="decimal" autoComplete="off" {...field} />
                </Form.Control>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
        </RateRow>
      ))}
    </RateRows>
  )
}
