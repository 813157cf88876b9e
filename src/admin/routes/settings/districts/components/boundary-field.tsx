import { Form } from "@medusajs/dashboard/components"
import { Map } from "@medusajs/icons"
import { Button, Textarea } from "@medusajs/ui"
import { useMemo } from "react"
import { useWatch, type UseFormReturn } from "react-hook-form"
import { Link } from "react-router-dom"

import { BoundaryPreview } from "../../../../components/boundary-preview"
import { TextFileButton } from "../../../../components/text-file-button"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { parseBoundary } from "../../../../lib/geojson"
import type { DistrictValues } from "./district-schema"

type BoundaryFieldProps = {
  form: UseFormReturn<DistrictValues>
  /** The page on which it can be drawn instead. */
  mapPath: string
}

/** The boundary as GeoJSON, pasted or from a file, and what it looks like. */
export function BoundaryField({ form, mapPath }: BoundaryFieldProps) {
  const { t } = useCornerstoreTranslation()
  const text = useWatch({ control: form.control, name: "boundary" })
  const boundaries = useMemo(() => {
    const { boundary } = parseBoundary(text)
    return boundary ? [boundary] : []
  }, [text])

  return (
    <Form.Field
      control={form.control}
      name="boundary"
      render={({ field }) => (
        <Form.Item>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Form.Label optional>{t("districts.fields.boundary")}</Form.Label>
            <Button size="small" variant="secondary" asChild>
              <Link to={mapPath}>
                <Map />
                {t("map.draw")}
              </Link>
            </Button>
            <TextFileButton
              label={t("districts.boundary.file")}
              accept=".geojson,.json,application/geo+json"
              onRead={(content) =>
                form.setValue("boundary", content, {
                  shouldDirty: true,
                  shouldValidate: true,
                })
              }
            />
          </div>
          <Form.Control>
            <Textarea
              rows={4}
              spellCheck={false}
              className="font-mono"
              placeholder='{ "type": "Polygon", "coordinates": [ … ] }'
              {...field}
            />
          </Form.Control>
          <Form.Hint>{t("districts.hints.boundary")}</Form.Hint>
          <Form.ErrorMessage />
          <BoundaryPreview
            boundaries={boundaries}
            label={t("districts.boundary.preview")}
          />
        </Form.Item>
      )}
    />
  )
}
