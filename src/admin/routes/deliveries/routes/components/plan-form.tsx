import { zodResolver } from "@hookform/resolvers/zod"
import { Form, KeyboundForm, RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Checkbox, InlineTip, Input, Select } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { Link, useSearchParams } from "react-router-dom"
import { z } from "zod"

import { useActiveDrivers } from "../../../../hooks/api/drivers"
import { useAllDistricts } from "../../../../hooks/api/districts"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { dayInZone, isDay } from "../../../../lib/dates"

const schema = z.object({
  date: z.string().refine(isDay),
  /** Empty for the first active driver by name. */
  driver_id: z.string(),
  /** Empty for all. */
  district_ids: z.array(z.string()),
})
export type PlanValues = z.infer<typeof schema>

type PlanFormProps = {
  isPending: boolean
  onPlan: (values: PlanValues) => Promise<void>
}

/** Day, driver and districts of a plan. */
export function PlanForm(props: PlanFormProps) {
  const zone = useShopZone()
  const { drivers } = useActiveDrivers()
  const [params] = useSearchParams()
  const asked = params.get("date")
  if (!zone || !drivers) {
    return null
  }
  const date = isDay(asked) ? asked : dayInZone(new Date(), zone)
  return <Fields {...props} date={date} drivers={drivers} />
}

type FieldsProps = PlanFormProps & {
  /** What the link asked for, else today in the shop's zone. */
  date: string
  drivers: { id: string; name: string }[]
}

function Fields({ date, drivers, isPending, onPlan }: FieldsProps) {
  const { t, host } = useCornerstoreTranslation()
  const { districts } = useAllDistricts()
  const form = useForm<PlanValues>({
    defaultValues: {
      date,
      driver_id: drivers[0]?.id ?? "",
      district_ids: [],
    },
    resolver: zodResolver(schema),
  })
  const nobody = drivers.length === 0

  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        className="flex size-full flex-col overflow-hidden"
        onSubmit={form.handleSubmit(onPlan)}
      >
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
          {nobody && (
            <InlineTip label={t("routes.plan.noDriver.title")}>
              {t("routes.plan.noDriver.text")}{" "}
              <Link
                to="/deliveries/drivers/create"
                className="text-ui-fg-interactive"
              >
                {t("drivers.create.title")}
              </Link>
            </InlineTip>
          )}
          <Form.Field
            control={form.control}
            name="date"
            render={({ field }) => (
              <Form.Item>
                <Form.Label>{t("routes.plan.day")}</Form.Label>
                <Form.Control>
                  <Input type="date" {...field} />
                </Form.Control>
                <Form.Hint>{t("routes.plan.dayHint")}</Form.Hint>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
          <Form.Field
            control={form.control}
            name="driver_id"
            render={({ field: { ref, onChange, ...field } }) => (
              <Form.Item>
                <Form.Label>{t("routes.fields.driver")}</Form.Label>
                <Form.Control>
                  <Select {...field} onValueChange={onChange} disabled={nobody}>
                    <Select.Trigger ref={ref}>
                      <Select.Value />
                    </Select.Trigger>
                    <Select.Content>
                      {drivers.map(({ id, name }) => (
                        <Select.Item key={id} value={id}>
                          {name}
                        </Select.Item>
                      ))}
                    </Select.Content>
                  </Select>
                </Form.Control>
              </Form.Item>
            )}
          />
          {districts && districts.length > 1 && (
            <Form.Field
              control={form.control}
              name="district_ids"
              render={({ field: { value, onChange } }) => (
                <Form.Item>
                  <Form.Label optional>{t("routes.plan.districts")}</Form.Label>
                  <Form.Hint>{t("routes.plan.districtsHint")}</Form.Hint>
                  <div className="mt-1 flex flex-col gap-2">
                    {districts.map(({ id, name }) => (
                      <label
                        key={id}
                        className="txt-compact-small flex min-h-6 items-center gap-2"
                      >
                        <Checkbox
                          checked={value.includes(id)}
                          onCheckedChange={(checked) =>
                            onChange(
                              checked === true
                                ? [...value, id]
                                : value.filter((other) => other !== id)
                            )
                          }
                        />
                        {name}
                      </label>
                    ))}
                  </div>
                </Form.Item>
              )}
            />
          )}
        </RouteDrawer.Body>
        <RouteDrawer.Footer>
          <div className="flex items-center justify-end gap-x-2">
            <RouteDrawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {host("actions.cancel")}
              </Button>
            </RouteDrawer.Close>
            <Button
              size="small"
              type="submit"
              isLoading={isPending}
              disabled={nobody}
            >
              {t("routes.plan.submit")}
            </Button>
          </div>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
