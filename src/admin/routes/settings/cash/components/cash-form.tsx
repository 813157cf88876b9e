import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"

import type { CashPolicy } from "../../../../../sdk/types"
import { FormDrawer } from "../../../../components/form-drawer"
import { useShopCurrency } from "../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { createCashSchema, toCashPolicy, type CashValues } from "./cash-schema"

/** In this order; amounts first. */
const FIELDS = [
  { name: "limit", isAmount: true, optional: true },
  { name: "new_customer_limit", isAmount: true, optional: true },
  { name: "known_after_orders", isAmount: false, optional: false },
  { name: "guest_limit", isAmount: true, optional: true },
  { name: "refuse_after_failures", isAmount: false, optional: true },
] as const

type CashFormProps = {
  defaultValues: CashValues
  isPending: boolean
  onSave: (policy: CashPolicy) => Promise<void>
}

export function CashForm({ defaultValues, isPending, onSave }: CashFormProps) {
  const { t } = useCornerstoreTranslation()
  const currency = useShopCurrency()?.toUpperCase()
  const schema = useMemo(() => createCashSchema(t), [t])
  const form = useForm<CashValues>({
    defaultValues,
    resolver: zodResolver(schema),
  })

  return (
    <FormDrawer
      form={form}
      isPending={isPending}
      onSubmit={form.handleSubmit((values) => onSave(toCashPolicy(values)))}
    >
      {FIELDS.map(({ name, isAmount, optional }) => (
        <Form.Field
          key={name}
          control={form.control}
          name={name}
          render={({ field }) => (
            <Form.Item>
              <Form.Label optional={optional}>
                {t(`cashPolicy.fields.${name}`)}
                {isAmount && currency ? ` (${currency})` : ""}
              </Form.Label>
              <Form.Control>
                <Input
                  inputMode={isAmount ? "decimal" : "numeric"}
                  autoComplete="off"
                  {...field}
                />
              </Form.Control>
              <Form.Hint>{t(`cashPolicy.hints.${name}`)}</Form.Hint>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      ))}
    </FormDrawer>
  )
}
