import { zodResolver } from "@hookform/resolvers/zod"
import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Button, Drawer, Switch, toast, usePrompt } from "@medusajs/ui"
import { useEffect, useMemo } from "react"
import { useForm } from "react-hook-form"

import type { DeliveryRule } from "../../../sdk/types"
import {
  useDeleteProductRule,
  useUpdateProductRule,
} from "../../hooks/api/product-days"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { messageOf } from "../../lib/errors"
import { DayModeFields } from "./day-mode-fields"
import { DaysField } from "./days-field"
import { InputField } from "./input-field"
import {
  createRuleSchema,
  toRuleInput,
  toRuleValues,
  type RuleValues,
} from "./rule-schema"

type RuleFormProps = {
  productId: string
  title: string
  rule: DeliveryRule | null
  onDirty: (dirty: boolean) => void
  onDone: () => void
}

export function RuleForm({
  productId,
  title,
  rule,
  onDirty,
  onDone,
}: RuleFormProps) {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useUpdateProductRule(productId)
  const remove = useDeleteProductRule(productId)
  const schema = useMemo(() => createRuleSchema(t), [t])
  const form = useForm<RuleValues>({
    defaultValues: toRuleValues(rule),
    resolver: zodResolver(schema),
  })
  const { control } = form
  const { isDirty } = form.formState
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])

  const run = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      toast.success(done)
      onDone()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }
  const save = form.handleSubmit((values) =>
    run(() => mutateAsync(toRuleInput(values)), t("productDays.saved"))
  )
  const clear = async () => {
    const confirmed = await prompt({
      title: t("productDays.clear.title", { title }),
      description: t("productDays.clear.description"),
      confirmText: t("productDays.clear.action"),
      cancelText: host("actions.cancel"),
    })
    if (confirmed) {
      await run(() => remove.mutateAsync(), t("productDays.clear.done"))
    }
  }

  return (
    <Form {...form}>
      <KeyboundForm
        className="flex flex-1 flex-col overflow-hidden"
        onSubmit={(event) => void save(event)}
      >
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
          <Form.Field
            control={control}
            name="is_preorder"
            render={({ field: { value, onChange, ...field } }) => (
              <Form.Item>
                <div className="flex items-center justify-between gap-2">
                  <Form.Label>{t("productDays.fields.is_preorder")}</Form.Label>
                  <Form.Control>
                    <Switch
                      checked={value}
                      onCheckedChange={onChange}
                      {...field}
                    />
                  </Form.Control>
                </div>
                <Form.Hint>{t("productDays.hints.is_preorder")}</Form.Hint>
              </Form.Item>
            )}
          />
          <div className="grid grid-cols-2 items-start gap-4">
            <InputField control={control} name="lead_days" type="number" hint />
            <InputField
              control={control}
              name="daily_capacity"
              type="number"
              hint
              optional
            />
          </div>
          <DayModeFields control={control} />
          <div className="grid grid-cols-2 items-start gap-4">
            <InputField
              control={control}
              name="available_from"
              type="date"
              optional
            />
            <InputField
              control={control}
              name="available_until"
              type="date"
              optional
            />
          </div>
          <DaysField control={control} name="blackouts" ranges />
        </Drawer.Body>
        <Drawer.Footer className="flex-wrap">
          {rule && (
            <Button
              size="small"
              variant="transparent"
              type="button"
              className="text-ui-fg-error sm:mr-auto"
              isLoading={remove.isPending}
              onClick={() => void clear()}
            >
              {t("productDays.clear.action")}
            </Button>
          )}
          <Drawer.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {host("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button size="small" type="submit" isLoading={isPending}>
            {host("actions.save")}
          </Button>
        </Drawer.Footer>
      </KeyboundForm>
    </Form>
  )
}
