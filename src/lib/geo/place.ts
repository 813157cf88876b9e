import { z } from "@medusajs/framework/zod"

/** Where an address is used, as coarse as the file says it. */
export type Place = {
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null
  /** Code of the subdivision within its country, for example `CA`. */
  region: string | null
  /** English name. */
  city: string | null
}

const codeSchema = z.string().regex(/^[A-Z0-9]{1,3}$/)

/**
 * What MaxMind's Country and City databases and those made like them hold:
 * https://dev.maxmind.com/geoip/docs/databases/city-and-country
 */
const recordSchema = z.object({
  country: z.object({ iso_code: codeSchema }).nullish().catch(null),
  subdivisions: z
    .array(z.object({ iso_code: codeSchema }))
    .nullish()
    .catch(null),
  city: z
    .object({ names: z.object({ en: z.string().max(200) }) })
    .nullish()
    .catch(null),
})

/** Reads a record of the file; null when it says nothing of a place. */
export function placeOf(record: unknown): Place | null {
  const parsed = recordSchema.safeParse(record)
  if (!parsed.success) {
    return null
  }
  const { country, subdivisions, city } = parsed.data
  const place: Place = {
    country: country?.iso_code ?? null,
    region: subdivisions?.[0]?.iso_code ?? null,
    city: city?.names.en ?? null,
  }
  return Object.values(place).some(Boolean) ? place : null
}
