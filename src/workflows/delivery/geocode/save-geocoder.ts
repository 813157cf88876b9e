import { MedusaError } from "@medusajs/framework/utils"

import type {
  GeocoderKind,
  GeocoderSetting,
} from "../../../modules/delivery/domain/geocoder-setting"
import type { SaveGeocoderBody } from "../../../sdk/types"
import { sealGeocoderKey } from "./api-key"

/** The providers' public servers. */
const PUBLIC_SERVERS: Record<GeocoderKind, string> = {
  nominatim: "https://nominatim.openstreetmap.org",
  google: "https://maps.googleapis.com",
}

/**
 * What is stored of what the owner entered. A key that is left out stays, but
 * only for the server it was entered for: it is never sent elsewhere.
 *
 * @returns null when there is to be no geocoder
 * @throws MedusaError INVALID_DATA when Google would have no key
 */
export function mergeGeocoder(
  before: GeocoderSetting | null,
  { provider, base_url, country_code, api_key }: SaveGeocoderBody
): GeocoderSetting | null {
  if (!provider) {
    return null
  }
  const server = (base_url ?? PUBLIC_SERVERS[provider]).replace(/\/+$/, "")
  const setting: GeocoderSetting = {
    provider,
    base_url: server,
    country_code: country_code?.toLowerCase() ?? null,
    ...keyOf(before, server, api_key),
  }
  if (provider === "google" && !setting.api_key) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      before?.api_key && before.base_url !== server
        ? "api_key: enter the key again for the new server"
        : "api_key: the Geocoding API answers nobody without a key"
    )
  }
  return setting
}

function keyOf(
  before: GeocoderSetting | null,
  server: string,
  entered: string | null | undefined
): Pick<GeocoderSetting, "api_key" | "api_key_last_four"> {
  if (entered) {
    return sealGeocoderKey(entered)
  }
  return entered === undefined && before?.base_url === server
    ? {
        api_key: before.api_key,
        api_key_last_four: before.api_key_last_four,
      }
    : { api_key: null, api_key_last_four: null }
}
