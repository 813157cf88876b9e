/** What silence means: `lenient` takes it for a yes, `strict` for a no. */
export type ConsentPolicy = "lenient" | "strict"

/** Policy of one place, which wins over everything more general. */
export type PlacePolicy = {
  /** ISO 3166-1 alpha-2 (`BR`), or ISO 3166-2 for a part of it (`US-CA`). */
  place: string
  policy: ConsentPolicy
}

/** How long each class of data is kept, in months. */
export type Retention = {
  events_months: number
  visits_months: number
  logins_months: number
}

/** What whoever runs the shop decides about collecting. */
export type CollectorSettings = {
  consent: {
    /** Where nothing more is known or said. */
    standard: ConsentPolicy
    /** In the countries of `EUROPE`. */
    europe: ConsentPolicy
    places: PlacePolicy[]
    /** Take `DNT: 1` for a no. */
    honour_dnt: boolean
    /** What consent banners call the category of analytics; case is ignored. */
    categories: string[]
  }
  retention: Retention
}

/** A shop that nobody has set up yet: careful where the law asks first. */
export const DEFAULT_COLLECTOR_SETTINGS: CollectorSettings = {
  consent: {
    standard: "lenient",
    europe: "strict",
    places: [],
    honour_dnt: true,
    categories: ["analytics"],
  },
  retention: { events_months: 25, visits_months: 25, logins_months: 13 },
}

/**
 * Where a visitor has to be asked first: the European Union, the rest of the
 * European Economic Area, the United Kingdom and Switzerland, as ISO 3166-1
 * alpha-2.
 */
export const EUROPE: ReadonlySet<string> = new Set([
  ...["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR"],
  ...["HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK"],
  ...["SI", "ES", "SE"],
  ...["IS", "LI", "NO"],
  ...["GB", "CH"],
])

/**
 * What silence means where a visitor is: the narrowest rule that names the
 * place, then Europe's, then the standard one.
 *
 * @param place - ISO 3166-1 alpha-2 or ISO 3166-2, upper case; null when nobody knows
 */
export function policyAt(
  place: string | null,
  { standard, europe, places }: CollectorSettings["consent"]
): ConsentPolicy {
  if (!place) {
    return standard
  }
  const country = place.slice(0, 2)
  const named = (wanted: string) =>
    places.find((each) => each.place === wanted)?.policy
  return (
    named(place) ?? named(country) ?? (EUROPE.has(country) ? europe : standard)
  )
}
