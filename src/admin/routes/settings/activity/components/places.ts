import type { ActivitySettings, ConsentPolicy } from "../../../../../sdk/types"

type Place = ActivitySettings["consent"]["places"][number]

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** Names of `Intl` that are no country's. */
const NO_COUNTRY = new Set([
  ...["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"],
  ...["AC", "CP", "CQ", "DG", "EA", "IC", "TA"],
])

export type CountryOption = { value: string; label: string }

/** All countries by ISO 3166-1 alpha-2, named and ordered as the viewer does. */
export function countryOptions(locale: string): CountryOption[] {
  const names = new Intl.DisplayNames(locale, {
    type: "region",
    fallback: "none",
  })
  const options = [...LETTERS].flatMap((first) =>
    [...LETTERS].flatMap((second): CountryOption[] => {
      const value = `${first}${second}`
      const label = names.of(value)
      return label && !NO_COUNTRY.has(value) && isCurrent(value)
        ? [{ value, label }]
        : []
    })
  )
  return options.toSorted((a, b) => a.label.localeCompare(b.label, locale))
}

/** Codes of countries that are no more stand for those that came after. */
const isCurrent = (code: string): boolean =>
  Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`

/** `Brazil`, or `United States (US-CA)` for a part of it. */
export function placeName(place: string, locale: string): string {
  const [country, part] = place.split("-")
  const name = new Intl.DisplayNames(locale, { type: "region" }).of(country)
  return part ? `${name ?? country} (${place})` : (name ?? country)
}

/** A country or a part of one, as it is typed: `us-ca`. */
export function readPlace(text: string): string | null {
  const place = text.trim().toUpperCase()
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(place) ? place : null
}

/** Codes of the places that have a policy of their own. */
export function placesWith(
  places: readonly Place[],
  policy: ConsentPolicy
): string[] {
  return places.filter((each) => each.policy === policy).map((p) => p.place)
}

/** The same, put together again. */
export function toPlaces(
  strict: readonly string[],
  lenient: readonly string[]
): Place[] {
  return [
    ...strict.map((place): Place => ({ place, policy: "strict" })),
    ...lenient.map((place): Place => ({ place, policy: "lenient" })),
  ]
}
