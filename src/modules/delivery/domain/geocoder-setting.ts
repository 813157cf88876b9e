export const GEOCODERS = ["nominatim", "google"] as const
export type GeocoderKind = (typeof GEOCODERS)[number]

/** The geocoder the owner set: the row `geocoder` of `delivery_setting`. */
export type GeocoderSetting = {
  provider: GeocoderKind
  /** Without a slash at its end. */
  base_url: string
  /** ISO 3166-1 alpha-2, lower case, for addresses without a country. */
  country_code: string | null
  /** Encrypted, see `src/lib/encryption`. */
  api_key: string | null
  api_key_last_four: string | null
}

const DAY_MS = 86_400_000
/**
 * How long answers are kept. Google's terms allow thirty days for coordinates,
 * and streets change little; what was not found may have been a new house.
 */
export const FOUND_FOR_MS = 30 * DAY_MS
export const MISSED_FOR_MS = DAY_MS

/**
 * Calls per second and process: one is the usage policy of the public Nominatim
 * server; Google would allow more than a shop needs or wants to pay for.
 */
export const CALLS_PER_SECOND: Record<GeocoderKind, number> = {
  nominatim: 1,
  google: 5,
}
