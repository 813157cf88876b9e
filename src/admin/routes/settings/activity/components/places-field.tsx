import { Combobox, Form } from "@medusajs/dashboard/components"
import { useMemo } from "react"
import type { Control } from "react-hook-form"

import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { ConsentValues } from "./consent-schema"
import { countryOptions, placeName, readPlace } from "./places"

type PlacesFieldProps = {
  control: Control<ConsentValues>
  name: "strict_places" | "lenient_places"
}

/** Countries by name; a part of one by its code, such as `US-CA`. */
export function PlacesField({ control, name }: PlacesFieldProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const countries = useMemo(() => countryOptions(locale), [locale])
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => {
        const parts = value
          .filter((place) => place.includes("-"))
          .map((place) => ({ value: place, label: placeName(place, locale) }))
        return (
          <Form.Item>
            <Form.Label optional>
              {t(`activitySettings.fields.${name}`)}
            </Form.Label>
            <Form.Control>
              <Combobox
                {...field}
                value={value}
                onChange={(places) => onChange(places ?? [])}
                options={[...parts, ...countries]}
                displayMode="chips"
                onCreateOption={(text) => {
                  const place = readPlace(text)
                  if (place && !value.includes(place)) {
                    onChange([...value, place])
                  }
                }}
              />
            </Form.Control>
            <Form.Hint>{t(`activitySettings.hints.${name}`)}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )
      }}
    />
  )
}
