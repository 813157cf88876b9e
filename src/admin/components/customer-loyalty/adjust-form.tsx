import { zodResolver } from "@hookform/resolvers/zod"
import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Button, Drawer, Input, Select, Textarea, toast } from "@medusajs/ui"
import { useEffect, useMemo, useState } from "react"
import { useForm } from "react-hook-form"

import { useAdjustLoyalty } from "../../hooks/api/loyalty"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { messageOf } from "../../lib/errors"
import {
  createAdjustSchema,
  toSignedPoints,
  type AdjustValues,
} from "./adjust-schema"

type AdjustFormProps = {
  customerId: string
  total: number
  onDirty: (dirty: boolean) => void
  onDone: () => void
}

const DIRECTIONS = ["give", "take"] as const

/** Names one adjustment; `randomUUID` is missing where the page came over http. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint32Array(4))]
    .map((part) => part.toString(36))
    .join("-")

export function AdjustForm({
  customerId,
  total,
  onDirty,
  onDone,
}: AdjustFormProps) {
  const { t, host } = useCornerstoreTranslation()
  // Made when the drawer opens: pressing save again, after an answer that got
  // lost, must not count twice.
  const [key] = useState(newKey)
  const { mutateAsync, isPending } = useAdjustLoyalty(customerId)
  const schema = useMemo(() => createAdjustSchema(t, total), [t, total])
  const form = useForm<AdjustValues>({
    defaultValues: { direction: "give", points: "", reason: "" },
    resolver: zodResolver(schema),
  })
  const { isDirty } = form.formState
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])

  const save = form.handleSubmit(async (values) => {
    try {
      await mutateAsync({
        points: toSignedPoints(values),
        reason: values.reason,
        idempotency_key: key,
      })
      toast.success(t("loyalty.adjust.saved"))
      onDone()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  })

  return (
    <Form {...form}>
      <KeyboundForm
        className="flex flex-1 flex-col overflow-hidden"
        onSubmit={(event) => void save(event)}
      >
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
          <div className="grid grid-cols-2 items-start gap-4">
            <Form.Field
              control={form.control}
              name="direction"
              render={({ field: { ref, onChange, ...field } }) => (
                <Form.Item>
                  <Form.Label>{t("loyalty.adjust.direction")}</Form.Label>
                  <Form.Control>
                    <Select {...field} onValueChange={onChange}>
                      <Select.Trigger ref={ref}>
                        <Select.Value />
                      </Select.Trigger>
                      <Select.Content>
                        {DIRECTIONS.map((direction) => (
                          <Select.Item key={direction} value={direction}>
                            {t(`loyalty.adjust.directions.${direction}`)}
                          </Select.Item>
                        ))}
                      </Select.Content>
                    </Select>
                  </Form.Control>
                </Form.Item>
              )}
            />
            <Form.Field
              control={form.control}
              name="points"
              render={({ field }) => (
                <Form.Item>
                  <Form.Label>{t("loyalty.adjust.points")}</Form.Label>
                  <Form.Control>
                    <Input inputMode="numeric" autoComplete="off" {...field} />
                  </Form.Control>
                  <Form.ErrorMessage />
                </Form.Item>
              )}
            />
          </div>
          <Form.Field
            control={form.control}
            name="reason"
            render={({ field }) => (
              <Form.Item>
                <Form.Label>{t("loyalty.adjust.reason")}</Form.Label>
                <Form.Control>
                  <Textarea rows={3} {...field} />
                </Form.Control>
                <Form.Hint>{t("loyalty.adjust.reasonHint")}</Form.Hint>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
        </Drawer.Body>
        <Drawer.Footer>
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
