import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, InlineTip, Label, Select, Text, toast } from "@medusajs/ui"
import { useMemo, useState } from "react"

import { BoundaryPreview } from "../../../../components/boundary-preview"
import { DrawerTitle } from "../../../../components/form-drawer"
import { TextFileButton } from "../../../../components/text-file-button"
import { useImportDistricts } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import {
  boundariesOf,
  nameProperties,
  parseFeatureCollection,
  type FeatureCollection,
} from "../../../../lib/geojson"
import { ImportResult } from "./import-result"

type Chosen = { fileName: string; collection: FeatureCollection }

/** Makes districts of a GeoJSON file: choose it, choose what names them. */
export function ImportDistricts() {
  const { t, host } = useCornerstoreTranslation()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const [nameProperty, setNameProperty] = useState("")
  const { mutate, isPending, data: result } = useImportDistricts()

  const read = (text: string, fileName: string) => {
    const collection = parseFeatureCollection(text)
    setUnreadable(collection ? null : fileName)
    setChosen(collection ? { fileName, collection } : null)
    setNameProperty(
      collection ? (nameProperties(collection)[0]?.name ?? "") : ""
    )
  }
  const submit = () => {
    if (chosen) {
      mutate(
        {
          feature_collection: chosen.collection,
          name_property: nameProperty,
        },
        { onError: (error) => toast.error(error.message) }
      )
    }
  }

  return (
    <>
      <DrawerTitle
        title={t("districts.import.title")}
        description={t("districts.import.description")}
      />
      <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
        {result ? (
          <ImportResult result={result} />
        ) : (
          <>
            <Text size="small" className="text-ui-fg-subtle text-pretty">
              {t("districts.import.description")}
            </Text>
            <div className="flex flex-wrap items-center gap-3">
              <TextFileButton
                label={t("districts.import.file")}
                accept=".geojson,.json,application/geo+json"
                onRead={read}
              />
              {chosen && (
                <Text size="small" className="min-w-0 truncate">
                  {chosen.fileName}
                </Text>
              )}
            </div>
            {unreadable && (
              <InlineTip variant="error" label={unreadable}>
                {t("districts.import.unreadable")}
              </InlineTip>
            )}
            {chosen && (
              <ChosenFile
                collection={chosen.collection}
                nameProperty={nameProperty}
                onNameProperty={setNameProperty}
              />
            )}
          </>
        )}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <div className="flex items-center justify-end gap-x-2">
          <RouteDrawer.Close asChild>
            <Button size="small" variant="secondary">
              {result ? host("actions.close") : host("actions.cancel")}
            </Button>
          </RouteDrawer.Close>
          {!result && (
            <Button
              size="small"
              disabled={!chosen || !nameProperty}
              isLoading={isPending}
              onClick={submit}
            >
              {t("districts.import.submit")}
            </Button>
          )}
        </div>
      </RouteDrawer.Footer>
    </>
  )
}

type ChosenFileProps = {
  collection: FeatureCollection
  nameProperty: string
  onNameProperty: (name: string) => void
}

function ChosenFile({
  collection,
  nameProperty,
  onNameProperty,
}: ChosenFileProps) {
  const { t } = useCornerstoreTranslation()
  const properties = useMemo(() => nameProperties(collection), [collection])
  const boundaries = useMemo(() => boundariesOf(collection), [collection])

  return (
    <>
      <div className="flex flex-col gap-2">
        <Label size="small" weight="plus" htmlFor="name-property">
          {t("districts.import.nameProperty")}
        </Label>
        {properties.length > 0 ? (
          <Select value={nameProperty} onValueChange={onNameProperty}>
            <Select.Trigger id="name-property">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {properties.map(({ name, example }) => (
                <Select.Item key={name} value={name}>
                  {t("districts.import.property", { name, example })}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        ) : (
          <InlineTip variant="error" label={t("districts.import.noNames")}>
            {t("districts.import.noNamesHint")}
          </InlineTip>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <Text size="small" className="text-ui-fg-subtle">
          {t("districts.import.found", {
            count: collection.features.length,
            drawn: boundaries.length,
          })}
        </Text>
        <BoundaryPreview
          boundaries={boundaries}
          label={t("districts.boundary.preview")}
          className="h-72"
        />
      </div>
    </>
  )
}
