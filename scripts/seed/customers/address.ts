import type { Random } from "../random/random"
import { type Street, STREETS } from "./streets"

export type DemoAddress = {
  address_1: string
  address_2: string | null
  city: "San Francisco"
  province: "CA"
  postal_code: string
  country_code: "us"
  /** Where it is; the checkout finds the district by it. */
  metadata: { lat: number; lng: number }
}

/** Degrees from the middle of a street to its houses. */
const HOUSE_DEPTH = 0.00012
const FLATS_OF_ALL = 0.4

/** A house in a street of this district. */
export function addressIn(district: string, random: Random): DemoAddress {
  const street = random.pick(streetsOf(district))
  const share = random.next()
  const number = between(street.numbers, share)
  const side = random.chance(0.5) ? HOUSE_DEPTH : -HOUSE_DEPTH
  return {
    address_1: `${Math.round(number)} ${street.name}`,
    address_2: random.chance(FLATS_OF_ALL) ? `Apt ${random.int(1, 24)}` : null,
    city: "San Francisco",
    province: "CA",
    postal_code: street.postal_code,
    country_code: "us",
    metadata: {
      lat: degrees(between([street.from[1], street.to[1]], share) + side),
      lng: degrees(between([street.from[0], street.to[0]], share) + side),
    },
  }
}

function streetsOf(district: string): Street[] {
  const streets = STREETS.filter((street) => street.district === district)
  if (!streets.length) {
    throw new Error(`No streets are written down for district "${district}".`)
  }
  return streets
}

function between([from, to]: [number, number], share: number): number {
  return from + (to - from) * share
}

/** Six decimals are ten centimetres. */
function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
