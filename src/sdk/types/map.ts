import type { District, ResolveDistrictQuery } from "./delivery"

/** A place on the map, in degrees. */
export type MapPoint = { lat: number; lng: number }

/** The owner's geocoder; the key is write-only. */
export type AdminGeocoder = {
  provider: "nominatim" | "google"
  base_url: string
  /** ISO 3166-1 alpha-2, lower case, for addresses without a country. */
  country_code: string | null
  has_key: boolean
  /** Null for a short key, of which nothing is shown. */
  key_last_four: string | null
}
export type AdminGeocoderResponse = { geocoder: AdminGeocoder | null }

/** `POST /admin/delivery/geocoder`. */
export type SaveGeocoderBody = {
  /** Null takes the geocoder away. */
  provider: AdminGeocoder["provider"] | null
  /** Left out: the provider's public server. */
  base_url?: string
  country_code?: string | null
  /** Left out: the key stays, unless the server changes; null takes it away. */
  api_key?: string | null
}

/** `POST /admin/delivery/geocoder/check`: the address to look up. */
export type CheckGeocoderBody = {
  address_1: string
  city?: string
  postal_code?: string
  country_code?: string
}
export type CheckGeocoderResponse = {
  /** Null when the geocoder knows no such place, or `error` says why it did not answer. */
  found:
    | (MapPoint & {
        label: string | null
        /** Whether it is used; a street or a town is not, it may lie in several districts. */
        is_exact: boolean
        district: District | null
      })
    | null
  error: string | null
  milliseconds: number
}

/** What lies behind the districts on a map. With neither, the districts alone are drawn. */
export type AdminMapSettings = {
  /** A MapLibre style document, https. */
  style_url: string | null
  /** Raster tiles, used when there is no style: `{z}`, `{x}`, `{y}` in the address. */
  tiles: { url: string; attribution: string } | null
  /** Where the shop is, if it says so: where a map without districts begins. */
  center: MapPoint | null
}
export type AdminMapSettingsResponse = { map: AdminMapSettings }

/** `POST /admin/delivery/map-settings`. */
export type SaveMapSettingsBody = Pick<AdminMapSettings, "style_url" | "tiles">

/** `GET /admin/delivery/districts/resolve` takes what the store's route takes. */
export type ExplainDistrictQuery = ResolveDistrictQuery
export type ExplainDistrictResponse = {
  district: District | null
  /** What decided; null when nothing did. */
  by: "boundary" | "postal_code" | "name" | null
  /** Others drawn over the same point, which give way, in order of precedence. */
  also: District[]
  /** Where the address was taken to be; `is_geocoded` when the geocoder said so. */
  point: (MapPoint & { is_geocoded: boolean }) | null
}

/** Where an order is delivered to, as far as anybody knows. */
export type AdminOrderPosition = {
  point: MapPoint | null
  /** `address`: it says so itself; `district`: only its middle, an estimate. */
  source: "address" | "geocoder" | "district" | "none"
  /** The lines of the address. */
  address: string[]
  /** The district of the address as the shop sees it now. */
  district: District | null
  /** The district its delivery is booked in. */
  booked_district: { id: string; name: string } | null
}
export type AdminOrderPositionResponse = { position: AdminOrderPosition }
