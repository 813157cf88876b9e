import { Form } from "@medusajs/dashboard/components"
import { Select } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"

import { usePosPlaces } from "../../../../hooks/api/pos-places"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { type ConnectionValues, NO_LOCATION } from "./connection-schema"

type PlaceFieldsProps = { form: UseFormReturn<ConnectionValues> }

/** Whose orders go to the POS, and which shelf it is. */
export function PlaceFields({ form }: PlaceFieldsProps) {
  const { t } = useCornerstoreTranslation()
  const { channels, locations } = usePosPlaces()
  return (
    <>
      <Form.Field
        control={form.control}
        name="sales_channel_id"
        render={({ field: { ref, onChange, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("pos.fields.channel")}</Form.Label>
            <Form.Control>
              {/* Radix shows a value only once its item is there. */}
              <Select key={channels.length} {...field} onValueChange={onChange}>
                <Select.Trigger ref={ref}>
                  <Select.Value placeholder={t("pos.choose")} />
                </Select.Trigger>
                <Select.Content>
                  {channels.map(({ id, name }) => (
                    <Select.Item key={id} value={id}>
                      {name}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </Form.Control>
            <Form.Hint>{t("pos.hints.channel")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="stock_location_id"
        render={({ field: { ref, onChange, ...field } }) => (
          <Form.Item>
            <Form.Label optional>{t("pos.fields.location")}</Form.Label>
            <Form.Control>
              <Select
                key={locations.length}
                {...field}
                onValueChange={onChange}
              >
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  <Select.Item value={NO_LOCATION}>
                    {t("pos.noLocation")}
                  </Select.Item>
                  {locations.map(({ id, name }) => (
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
    </>
  )
}
