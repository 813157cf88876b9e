import { Button, InlineTip, Input, Label } from "@medusajs/ui"
import { useState, type FormEvent } from "react"

import type { CheckGeocoderResponse } from "../../../../../sdk/types"
import { useCheckGeocoder } from "../../../../hooks/api/map-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

/** Tries the geocoder out with an address. */
export function GeocoderCheck() {
  const { t } = useCornerstoreTranslation()
  const [street, setStreet] = useState("")
  const [city, setCity] = useState("")
  const { mutate, data, error, isPending } = useCheckGeocoder()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate({ address_1: street.trim(), city: city.trim() })
  }

  return (
    <form className="flex flex-col gap-3 px-6 py-4" onSubmit={submit}>
      <div className="flex flex-col gap-3 md:flex-row md:items-end">
        <div className="flex flex-1 flex-col gap-1">
          <Label size="small" weight="plus" htmlFor="geocoder-street">
            {t("map.check.street")}
          </Label>
          <Input
            id="geocoder-street"
            size="small"
            value={street}
            onChange={({ target }) => setStreet(target.value)}
          />
        </div>
        <div className="flex flex-1 flex-col gap-1">
          <Label size="small" weight="plus" htmlFor="geocoder-city">
            {t("map.check.city")}
          </Label>
          <Input
            id="geocoder-city"
            size="small"
            value={city}
            onChange={({ target }) => setCity(target.value)}
          />
        </div>
        <Button
          type="submit"
          size="small"
          variant="secondary"
          disabled={!street.trim() || !city.trim()}
          isLoading={isPending}
        >
          {t("map.check.action")}
        </Button>
      </div>
      {error ? (
        <InlineTip variant="error" label={t("errors.title")}>
          {messageOf(error, t("errors.unknown"))}
        </InlineTip>
      ) : (
        data && !isPending && <Outcome outcome={data} />
      )}
    </form>
  )
}

function Outcome({ outcome }: { outcome: CheckGeocoderResponse }) {
  const { t } = useCornerstoreTranslation()
  const { found, error, milliseconds } = outcome
  if (error) {
    return (
      <InlineTip variant="error" label={t("map.check.failed")}>
        {error}
      </InlineTip>
    )
  }
  if (!found) {
    return (
      <InlineTip variant="warning" label={t("map.check.unknown")}>
        {t("map.check.unknownHint")}
      </InlineTip>
    )
  }
  const place =
    found.label ?? `${found.lat.toFixed(5)}, ${found.lng.toFixed(5)}`
  return found.is_exact ? (
    <InlineTip
      variant="success"
      label={
        found.district
          ? t("map.check.found", { district: found.district.name })
          : t("map.check.outside")
      }
    >
      {t("map.check.took", { place, milliseconds })}
    </InlineTip>
  ) : (
    <InlineTip variant="warning" label={t("map.check.vague")}>
      {t("map.check.vagueHint", { place })}
    </InlineTip>
  )
}
