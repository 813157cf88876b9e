import { z } from "@medusajs/framework/zod"

import {
  GEOCODERS,
  GeocoderSetting,
} from "../../../modules/delivery/domain/geocoder-setting"
import type { AdminGeocoder } from "../../../sdk/types"

const storedSchema = z.object({
  provider: z.enum(GEOCODERS),
  base_url: z.string(),
  country_code: z.string().nullable(),
  api_key: z.string().nullable(),
  api_key_last_four: z.string().nullable(),
}) satisfies z.ZodType<GeocoderSetting>

/** @returns null when the owner set none */
export function parseGeocoderSetting(value: unknown): GeocoderSetting | null {
  return value === null ? null : storedSchema.parse(value)
}

/** What may be shown of it: the key is write-only. */
export function toAdminGeocoder(
  setting: GeocoderSetting | null
): AdminGeocoder | null {
  return (
    setting && {
      provider: setting.provider,
      base_url: setting.base_url,
      country_code: setting.country_code,
      has_key: setting.api_key !== null,
      key_last_four: setting.api_key_last_four || null,
    }
  )
}
