import { zodResolver } from "@hookform/resolvers/zod"
import { Form, useRouteModal } from "@medusajs/dashboard/components"
import { Input, Select, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"

import type { AdminMapSettings } from "../../../../../sdk/types"
import { DrawerTitle, FormDrawer } from "../../../../components/form-drawer"
import {
  useMapSettings,
  useSaveMapSettings,
} from "../../../../hooks/api/map-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import {
  BACKGROUNDS,
  createMapSettingsSchema,
  toMapSettingsBody,
  toMapSettingsValues,
  type MapSettingsValues,
} from "./map-settings-schema"

/** What lies behind the districts on a map. */
export function EditMapSettings() {
  const { t } = useCornerstoreTranslation()
  const { map } = useMapSettings()
  return (
    <>
      <DrawerTitle
        title={t("map.settings.title")}
        description={t("map.settings.description")}
      />
      {map && <MapSettingsForm map={map} />}
    </>
  )
}

function MapSettingsForm({ map }: { map: AdminMapSettings }) {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useSaveMapSettings()
  const schema = useMemo(() => createMapSettingsSchema(t), [t])
  const form = useForm<MapSettingsValues>({
    defaultValues: toMapSettingsValues(map),
    resolver: zodResolver(schema),
  })
  const background = useWatch({ control: form.control, name: "background" })

  const save = form.handleSubmit(async (values) => {
    try {
      await mutateAsync(toMapSettingsBody(values))
      toast.success(t("map.settings.saved"))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  })

  return (
    <FormDrawer form={form} isPending={isPending} onSubmit={save}>
      <Form.Field
        control={form.control}
        name="background"
        render={({ field: { onChange, value, ref, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("map.settings.background")}</Form.Label>
            <Select {...field} value={value} onValueChange={onChange}>
              <Form.Control>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
              </Form.Control>
              <Select.Content>
                {BACKGROUNDS.map((kind) => (
                  <Select.Item key={kind} value={kind}>
                    {t(`map.settings.backgrounds.${kind}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
            <Form.Hint>{t("map.settings.description")}</Form.Hint>
          </Form.Item>
        )}
      />
      {background === "style" && (
        <Form.Field
          control={form.control}
          name="style_url"
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("map.settings.styleUrl")}</Form.Label>
              <Form.Control>
                <Input
                  type="url"
                  placeholder="https://tiles.example.com/style.json"
                  {...field}
                />
              </Form.Control>
              <Form.Hint>{t("map.settings.styleHint")}</Form.Hint>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      )}
      {background === "tiles" && (
        <>
          <Form.Field
            control={form.control}
            name="tiles_url"
            render={({ field }) => (
              <Form.Item>
                <Form.Label>{t("map.settings.tilesUrl")}</Form.Label>
                <Form.Control>
                  <Input
                    placeholder="https://tiles.example.com/{z}/{x}/{y}.png"
                    {...field}
                  />
                </Form.Control>
                <Form.Hint>{t("map.settings.tilesHint")}</Form.Hint>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
          <Form.Field
            control={form.control}
            name="attribution"
            render={({ field }) => (
              <Form.Item>
                <Form.Label>{t("map.settings.attribution")}</Form.Label>
                <Form.Control>
                  <Input
                    placeholder="© OpenStreetMap contributors"
                    {...field}
                  />
                </Form.Control>
                <Form.Hint>{t("map.settings.attributionHint")}</Form.Hint>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
        </>
      )}
    </FormDrawer>
  )
}
