import {
  Boundary,
  boundaryContains,
  BoundingBox,
  boundingBoxOf,
  boxContains,
} from "./geometry"
import { postalCodeMatches } from "./postal-codes"

/** What decides which district an address belongs to. */
export type DistrictRule = {
  id: string
  name: string
  /** The smallest number wins; equal numbers are decided by name. */
  priority: number
  aliases: string[]
  postal_codes: string[]
  boundary: Boundary | null
}

/** The parts of an address that decide. Coordinates in degrees. */
export type AddressFacts = {
  lat?: number | null
  lng?: number | null
  postal_code?: string | null
  city?: string | null
  address_1?: string | null
}

export type IndexedDistrict = DistrictRule & {
  box: BoundingBox | null
  names: string[]
}

/** Orders districts by precedence and prepares what each lookup needs. */
export function indexDistricts(districts: DistrictRule[]): IndexedDistrict[] {
  return [...districts]
    .sort((a, b) => a.priority - b.priority || a.name.localeCompare(b.name))
    .map((district) => ({
      ...district,
      box: district.boundary ? boundingBoxOf(district.boundary) : null,
      names: [district.name, ...district.aliases].map(normalizeName),
    }))
}

/** Lower case, without marks and punctuation, so that `Quận 1` and `quan 1` are one name. */
export function normalizeName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/**
 * The district of an address, or null.
 *
 * The most exact fact that is present decides: coordinates against the drawn
 * boundaries, then the postal code, then a name or alias in the city or in a part of the
 * street line between commas. An
 * address with coordinates outside every boundary may still match a district
 * that has no boundary.
 *
 * @param districts - from `indexDistricts`, in order of precedence
 */
export function resolveDistrict(
  districts: readonly IndexedDistrict[],
  address: AddressFacts
): IndexedDistrict | null {
  const { lat, lng } = address
  const hasPoint = typeof lat === "number" && typeof lng === "number"
  if (hasPoint) {
    const point = [lng, lat] as const
    const drawn = districts.find(
      ({ box, boundary }) =>
        box &&
        boundary &&
        boxContains(box, point) &&
        boundaryContains(boundary, point)
    )
    if (drawn) {
      return drawn
    }
  }
  const candidates = hasPoint
    ? districts.filter(({ boundary }) => !boundary)
    : districts
  return byPostalCode(candidates, address) ?? byName(candidates, address)
}

function byPostalCode(
  districts: readonly IndexedDistrict[],
  { postal_code }: AddressFacts
): IndexedDistrict | null {
  if (!postal_code) {
    return null
  }
  return (
    districts.find((district) =>
      district.postal_codes.some((rule) => postalCodeMatches(rule, postal_code))
    ) ?? null
  )
}

function byName(
  districts: readonly IndexedDistrict[],
  { city, address_1 }: AddressFacts
): IndexedDistrict | null {
  // In many countries the ward or quarter stands in the street line, after a comma.
  const wanted = [city, ...(address_1 ?? "").split(",")]
    .map((part) => normalizeName(part ?? ""))
    .filter(Boolean)
  return (
    districts.find(({ names }) =>
      names.some((name) => wanted.includes(name))
    ) ?? null
  )
}
