import type { TFunction } from "i18next"
import { z } from "zod"

import type { AdminGeocoder, SaveGeocoderBody } from "../../../../../sdk/types"

export const PROVIDERS = ["none", "nominatim", "google"] as const

/** The providers' public servers, used when the field is left empty. */
export const PUBLIC_SERVERS = {
  nominatim: "https://nominatim.openstreetmap.org",
  google: "https://maps.googleapis.com",
} as const

const isWeb = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/**
 * The geocoder's form, whose fields are text as typed.
 *
 * @param hasKey - a key is stored for the server `keyServer`: the field may stay empty
 */
export const createGeocoderSchema = (
  t: TFunction<"cornerstore">,
  { hasKey, keyServer }: { hasKey: boolean; keyServer: string | null }
) =>
  z
    .object({
      provider: z.enum(PROVIDERS),
      base_url: z
        .string()
        .refine(
          (text) => text.trim() === "" || isWeb(text.trim()),
          t("map.geocoder.errors.url")
        ),
      country_code: z
        .string()
        .refine(
          (text) => /^([A-Za-z]{2})?$/.test(text.trim()),
          t("map.geocoder.errors.country")
        ),
      api_key: z.string(),
    })
    .superRefine(({ provider, base_url, api_key }, context) => {
      const server = serverOf({ provider, base_url })
      if (
        provider === "google" &&
        !api_key.trim() &&
        !(hasKey && server === keyServer)
      ) {
        context.addIssue({
          code: "custom",
          path: ["api_key"],
          message: t("map.geocoder.errors.key"),
        })
      }
    })

export type GeocoderValues = z.infer<ReturnType<typeof createGeocoderSchema>>

/** The server that is meant, its public one when nothing was typed. */
export function serverOf({
  provider,
  base_url,
}: Pick<GeocoderValues, "provider" | "base_url">): string | null {
  if (provider === "none") {
    return null
  }
  return base_url.trim().replace(/\/+$/, "") || PUBLIC_SERVERS[provider]
}

export function toGeocoderValues(
  geocoder: AdminGeocoder | null
): GeocoderValues {
  return {
    provider: geocoder?.provider ?? "none",
    base_url: geocoder?.base_url ?? "",
    country_code: geocoder?.country_code ?? "",
    api_key: "",
  }
}

/** What is sent; the values must have passed the schema. A key left empty stays as it is. */
export function toGeocoderBody(values: GeocoderValues): SaveGeocoderBody {
  const { provider, country_code, api_key } = values
  if (provider === "none") {
    return { provider: null }
  }
  return {
    provider,
    base_url: serverOf(values) ?? undefined,
    country_code: country_code.trim() || null,
    ...(api_key.trim() ? { api_key: api_key.trim() } : {}),
  }
}
