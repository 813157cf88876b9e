import { z } from "@medusajs/framework/zod"

import {
  GeoPoint,
  straightMeters,
} from "../../../modules/delivery/domain/distance"
import {
  GeocodeAnswer,
  questionText,
} from "../../../modules/delivery/domain/geocode"
import { GeocodeFailure } from "./failure"
import { GeocodeProvider } from "./provider"

const pointSchema = z.object({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
})
const boxSchema = z.object({ southwest: pointSchema, northeast: pointSchema })

/** https://developers.google.com/maps/documentation/geocoding/requests-geocoding */
const resultSchema = z.object({
  formatted_address: z.string().nullish(),
  /** Not what was asked for, but something like it. */
  partial_match: z.boolean().default(false),
  geometry: z.object({
    location: pointSchema,
    location_type: z.string(),
    viewport: boxSchema,
    /** The place itself, when it has an extent. */
    bounds: boxSchema.optional(),
  }),
})
const answerSchema = z.object({
  status: z.string(),
  results: z.array(resultSchema).default([]),
})

/** A house, known or counted out between its neighbours. */
const HOUSES = ["ROOFTOP", "RANGE_INTERPOLATED"]

/** Google's Geocoding API, and services that speak as it does. */
export const google: GeocodeProvider = {
  request: (question, apiKey) => ({
    path: "/maps/api/geocode/json",
    params: {
      address: questionText(question),
      ...(question.country_code
        ? { components: `country:${question.country_code.toUpperCase()}` }
        : {}),
      ...(apiKey ? { key: apiKey } : {}),
    },
  }),

  read(status, body) {
    const parsed = answerSchema.safeParse(body)
    if (!parsed.success) {
      throw new GeocodeFailure(
        "unreadable",
        `The geocoder's answer (status ${status}) is not one of the Geocoding API.`
      )
    }
    const { status: said, results } = parsed.data
    if (said === "ZERO_RESULTS") {
      return null
    }
    const [result] = results
    if (said !== "OK" || !result) {
      throw new GeocodeFailure(
        "refused",
        `The geocoder answered ${said.slice(0, 60)}.${hintOf(said)}`
      )
    }
    return toAnswer(result)
  },
}

function toAnswer({
  formatted_address,
  partial_match,
  geometry,
}: z.infer<typeof resultSchema>): GeocodeAnswer {
  const { location, location_type, viewport, bounds } = geometry
  return {
    point: location,
    extent: HOUSES.includes(location_type) ? 0 : diagonal(bounds ?? viewport),
    matches: !partial_match,
    label: formatted_address ?? null,
  }
}

const diagonal = (box: { southwest: GeoPoint; northeast: GeoPoint }): number =>
  straightMeters(box.southwest, box.northeast)

function hintOf(said: string): string {
  if (said === "REQUEST_DENIED") {
    return " Check the key, that the Geocoding API is switched on for it, and that it admits calls from this server."
  }
  return said.startsWith("OVER_") ? " Its limit of calls is reached." : ""
}
