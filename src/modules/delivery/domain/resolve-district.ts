import {
  Boundary,
  MARGIN,
  Position,
  prepareBoundary,
  PreparedBoundary,
  preparedContains,
} from "./geometry"
import { keepFirst, PostalIndex } from "./postal-codes"

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
  /** ISO 3166-1 alpha-2; only a geocoder needs it. */
  country_code?: string | null
}

export type IndexedDistrict = DistrictRule & {
  area: PreparedBoundary | null
}

/** What an address was found by. */
export type DistrictMatch = "boundary" | "postal_code" | "name"

/** Districts in order of precedence, and where to look for what an address says. */
export type DistrictLookup = {
  districts: readonly IndexedDistrict[]
  /** West, south, east, north of each, side by side: most are left out by it. */
  boxes: Float64Array
  all: AddressLookup
  /** Those without a boundary: an address with coordinates can still be theirs. */
  undrawn: AddressLookup
}

/** Rank (place in `districts`) by what an address says. */
type AddressLookup = { codes: PostalIndex; names: Map<string, number> }

/** Orders districts by precedence and prepares what each lookup needs. */
export function indexDistricts(rules: readonly DistrictRule[]): DistrictLookup {
  const districts = [...rules]
    .sort((a, b) => a.priority - b.priority || a.name.localeCompare(b.name))
    .map((district) => ({
      ...district,
      area: district.boundary ? prepareBoundary(district.boundary) : null,
    }))
  return {
    districts,
    boxes: boxesOf(districts),
    all: addressLookup(districts, () => true),
    undrawn: addressLookup(districts, ({ boundary }) => !boundary),
  }
}

/** A box that holds nothing for a district that is not drawn. */
const NOWHERE = [Infinity, Infinity, -Infinity, -Infinity]

function boxesOf(districts: readonly IndexedDistrict[]): Float64Array {
  return Float64Array.from(
    districts.flatMap(({ area }) => {
      if (!area) {
        return NOWHERE
      }
      const [west, south, east, north] = area.box
      return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN]
    })
  )
}

function addressLookup(
  districts: readonly IndexedDistrict[],
  belongs: (district: IndexedDistrict) => boolean
): AddressLookup {
  const lookup: AddressLookup = { codes: new PostalIndex(), names: new Map() }
  districts.forEach((district, rank) => {
    if (!belongs(district)) {
      return
    }
    for (const rule of district.postal_codes) {
      lookup.codes.add(rule, rank)
    }
    for (const name of [district.name, ...district.aliases]
      .map(normalizeName)
      .filter(Boolean)) {
      keepFirst(lookup.names, name, rank)
    }
  })
  return lookup
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
 * The district of an address and what it was found by, or null.
 *
 * The most exact fact that is present decides: coordinates against the drawn
 * boundaries, then the postal code, then a name or alias in the city or in a part of the
 * street line between commas. An
 * address with coordinates outside every boundary may still match a district
 * that has no boundary.
 */
export function findDistrict(
  lookup: DistrictLookup,
  address: AddressFacts
): { district: IndexedDistrict; by: DistrictMatch } | null {
  const { districts } = lookup
  const point = pointOf(address)
  const drawn = point ? nextAt(lookup, point, 0) : -1
  if (drawn >= 0) {
    return { district: districts[drawn], by: "boundary" }
  }
  const names = point ? lookup.undrawn : lookup.all
  const byCode = address.postal_code
    ? names.codes.find(address.postal_code)
    : null
  if (byCode !== null) {
    return { district: districts[byCode], by: "postal_code" }
  }
  const byName = rankByName(names, address)
  return byName === null ? null : { district: districts[byName], by: "name" }
}

/** The district of an address, or null; see `findDistrict`. */
export function resolveDistrict(
  lookup: DistrictLookup,
  address: AddressFacts
): IndexedDistrict | null {
  return findDistrict(lookup, address)?.district ?? null
}

/** Every drawn district that covers a point, in order of precedence: the first has it. */
export function districtsAt(
  lookup: DistrictLookup,
  point: Position
): IndexedDistrict[] {
  const found: IndexedDistrict[] = []
  for (
    let rank = nextAt(lookup, point, 0);
    rank >= 0;
    rank = nextAt(lookup, point, rank + 1)
  ) {
    found.push(lookup.districts[rank])
  }
  return found
}

function pointOf({ lat, lng }: AddressFacts): Position | null {
  return typeof lat === "number" && typeof lng === "number" ? [lng, lat] : null
}

/** The rank of the first drawn district from `from` on that covers a point, or -1. */
function nextAt(
  { districts, boxes }: DistrictLookup,
  [lng, lat]: Position,
  from: number
): number {
  for (let rank = from, i = 4 * from; rank < districts.length; rank++, i += 4) {
    if (
      lng >= boxes[i] &&
      lat >= boxes[i + 1] &&
      lng <= boxes[i + 2] &&
      lat <= boxes[i + 3]
    ) {
      const { area } = districts[rank]
      if (area && preparedContains(area, lng, lat)) {
        return rank
      }
    }
  }
  return -1
}

function rankByName(
  { names }: AddressLookup,
  { city, address_1 }: AddressFacts
): number | null {
  // In many countries the ward or quarter stands in the street line, after a comma.
  const ranks = [city, ...(address_1 ?? "").split(",")]
    .map((part) => names.get(normalizeName(part ?? "")))
    .filter((rank) => rank !== undefined)
  return ranks.length ? Math.min(...ranks) : null
}
