import { Combobox, Form } from "@medusajs/dashboard/components"
import { useMemo, useState } from "react"
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
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => {
        // Parts of countries are too many to list: those that are typed or chosen.
        const parts = [...value.filter((place) => place.includes("-")), typed]
        const options = [...new Set(parts)].flatMap((place) =>
          place ? [{ value: place, label: placeName(place, locale) }] : []
        )
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
                options={[...options, ...countries]}
                displayMode="chips"
                onSearchValueChange={(text) => setTyped(readPlace(text))}
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
