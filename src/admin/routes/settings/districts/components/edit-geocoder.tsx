import { zodResolver } from "@hookform/resolvers/zod"
import { Form, useRouteModal } from "@medusajs/dashboard/components"
import { Input, Select, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"

import type { AdminGeocoder } from "../../../../../sdk/types"
import { DrawerTitle, FormDrawer } from "../../../../components/form-drawer"
import {
  useGeocoder,
  useSaveGeocoder,
} from "../../../../hooks/api/map-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import {
  createGeocoderSchema,
  PROVIDERS,
  PUBLIC_SERVERS,
  toGeocoderBody,
  toGeocoderValues,
  type GeocoderValues,
} from "./geocoder-schema"

/** Who is asked where an address is. */
export function EditGeocoder() {
  const { t } = useCornerstoreTranslation()
  const { geocoder } = useGeocoder()
  return (
    <>
      <DrawerTitle
        title={t("map.geocoder.title")}
        description={t("map.geocoder.description")}
      />
      {geocoder !== undefined && <GeocoderForm geocoder={geocoder} />}
    </>
  )
}

function GeocoderForm({ geocoder }: { geocoder: AdminGeocoder | null }) {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useSaveGeocoder()
  const schema = useMemo(
    () =>
      createGeocoderSchema(t, {
        hasKey: geocoder?.has_key ?? false,
        keyServer: geocoder?.base_url ?? null,
      }),
    [geocoder, t]
  )
  const form = useForm<GeocoderValues>({
    defaultValues: toGeocoderValues(geocoder),
    resolver: zodResolver(schema),
  })
  const provider = useWatch({ control: form.control, name: "provider" })

  const save = form.handleSubmit(async (values) => {
    try {
      await mutateAsync(toGeocoderBody(values))
      toast.success(t("map.geocoder.saved"))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  })

  return (
    <FormDrawer form={form} isPending={isPending} onSubmit={save}>
      <Form.Field
        control={form.control}
        name="provider"
        render={({ field: { onChange, value, ref, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("map.geocoder.provider")}</Form.Label>
            <Select
              {...field}
              value={value}
              onValueChange={(next) => {
                onChange(next)
                // Another provider's server would answer nothing.
                form.setValue("base_url", "")
              }}
            >
              <Form.Control>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
              </Form.Control>
              <Select.Content>
                {PROVIDERS.map((kind) => (
                  <Select.Item key={kind} value={kind}>
                    {t(`map.geocoder.providers.${kind}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
            <Form.Hint>{t(`map.geocoder.hints.${provider}`)}</Form.Hint>
          </Form.Item>
        )}
      />
      {provider !== "none" && (
        <>
          <Form.Field
            control={form.control}
            name="base_url"
            render={({ field }) => (
              <Form.Item>
                <Form.Label optional>{t("map.geocoder.server")}</Form.Label>
                <Form.Control>
                  <Input
                    type="url"
                    placeholder={PUBLIC_SERVERS[provider]}
                    {...field}
                  />
                </Form.Control>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
          <Form.Field
            control={form.control}
            name="api_key"
            render={({ field }) => (
              <Form.Item>
                <Form.Label optional={provider !== "google"}>
                  {t("map.geocoder.key")}
                </Form.Label>
                <Form.Control>
                  <Input
                    type="password"
                    autoComplete="off"
                    placeholder={
                      geocoder?.has_key
                        ? t("map.geocoder.keyKept", {
                            last: geocoder.key_last_four ?? "••••",
                          })
                        : ""
                    }
                    {...field}
                  />
                </Form.Control>
                <Form.Hint>{t("map.geocoder.keyHint")}</Form.Hint>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
          <Form.Field
            control={form.control}
            name="country_code"
            render={({ field }) => (
              <Form.Item>
                <Form.Label optional>{t("map.geocoder.country")}</Form.Label>
                <Form.Control>
                  <Input maxLength={2} placeholder="us" {...field} />
                </Form.Control>
                <Form.Hint>{t("map.geocoder.countryHint")}</Form.Hint>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
        </>
      )}
    </FormDrawer>
  )
}
