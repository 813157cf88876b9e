import { z } from "@medusajs/framework/zod"

import { straightMeters } from "../../../modules/delivery/domain/distance"
import {
  GeocodeAnswer,
  questionText,
} from "../../../modules/delivery/domain/geocode"
import { GeocodeFailure } from "./failure"
import { GeocodeProvider } from "./provider"

/** `format=jsonv2` of https://nominatim.org/release-docs/latest/api/Output/. Numbers are text. */
const placeSchema = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
  /** South, north, west, east. */
  boundingbox: z.tuple([
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
  ]),
  display_name: z.string().nullish(),
})
const answerSchema = z.array(placeSchema)

/**
 * The OpenStreetMap project's geocoder, one's own or hosted; also services that
 * speak as it does, with a key in the parameter `key`.
 */
export const nominatim: GeocodeProvider = {
  request: (question, apiKey) => ({
    path: "/search",
    params: {
      q: questionText(question),
      format: "jsonv2",
      limit: "1",
      ...(question.country_code ? { countrycodes: question.country_code } : {}),
      ...(apiKey ? { key: apiKey } : {}),
    },
  }),

  read(status, body) {
    // Hosted services say "not found" with this status.
    if (status === 404 && isUnableToGeocode(body)) {
      return null
    }
    if (status !== 200) {
      throw new GeocodeFailure(
        "refused",
        `The geocoder answered with status ${status}.${hintOf(status)}`
      )
    }
    const parsed = answerSchema.safeParse(body)
    if (!parsed.success) {
      throw new GeocodeFailure(
        "unreadable",
        "The geocoder's answer is not a list of places. The address must be that of a Nominatim server."
      )
    }
    const [place] = parsed.data
    return place ? toAnswer(place) : null
  },
}

function toAnswer({
  lat,
  lon,
  boundingbox,
  display_name,
}: z.infer<typeof placeSchema>): GeocodeAnswer {
  const [south, north, west, east] = boundingbox
  return {
    point: { lat, lng: lon },
    extent: straightMeters(
      { lat: south, lng: west },
      { lat: north, lng: east }
    ),
    matches: true,
    label: display_name ?? null,
  }
}

const refusalSchema = z.object({ error: z.string() })

function isUnableToGeocode(body: unknown): boolean {
  const parsed = refusalSchema.safeParse(body)
  return parsed.success && /unable to geocode/i.test(parsed.data.error)
}

function hintOf(status: number): string {
  if (status === 401 || status === 403) {
    return " Check the key, and whether the server admits this shop."
  }
  return status === 429 ? " It was asked too often." : ""
}
