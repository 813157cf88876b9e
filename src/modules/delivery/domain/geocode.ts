import type { GeoPoint } from "./distance"
import { AddressFacts, normalizeName } from "./resolve-district"

/** What a geocoder is asked for: a street line and where it is. */
export type GeocodeQuestion = {
  address_1: string
  postal_code: string | null
  city: string | null
  /** ISO 3166-1 alpha-2, lower case. */
  country_code: string | null
}

/** What a geocoder knows of a place. */
export type GeocodeAnswer = {
  point: GeoPoint
  /** Diagonal of the place in metres; a street is long, a house is not. */
  extent: number
  /** Whether it is the place that was asked for, or one that resembles it. */
  matches: boolean
  /** The place in the geocoder's words. */
  label: string | null
}

/** A street shorter than this seldom lies in two districts. */
const MOST_EXTENT_METERS = 300

/**
 * What to ask of an address, or null when it says too little: without a street
 * and a town or code an answer would be the middle of something.
 *
 * @param country - the shop's, for an address without one
 */
export function geocodeQuestion(
  address: AddressFacts,
  country: string | null
): GeocodeQuestion | null {
  const [address_1, postal_code, city] = [
    address.address_1,
    address.postal_code,
    address.city,
  ].map((text) => text?.trim().replace(/\s+/g, " ") || null)
  if (!address_1 || (!postal_code && !city)) {
    return null
  }
  return {
    address_1,
    postal_code,
    city,
    country_code:
      (address.country_code?.trim() || country)?.toLowerCase() ?? null,
  }
}

/** The address in one line, as it is written on a letter. */
export function questionText({
  address_1,
  postal_code,
  city,
}: GeocodeQuestion): string {
  const town = [postal_code, city].filter(Boolean).join(" ")
  return `${address_1}, ${town}`
}

/** What is equal of questions that mean the same: case, marks and spaces do not count. */
export function questionKey(question: GeocodeQuestion): string {
  const { address_1, postal_code, city, country_code } = question
  return [address_1, postal_code, city, country_code]
    .map((part) => normalizeName(part ?? ""))
    .join("|")
}

/**
 * Whether an answer is as good as coordinates. The middle of a long street or of
 * a town may lie in another district than the address: then postal code and name
 * decide.
 */
export function isExact({ extent, matches }: GeocodeAnswer): boolean {
  return matches && extent <= MOST_EXTENT_METERS
}
