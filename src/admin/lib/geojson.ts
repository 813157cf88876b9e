import { z } from "zod"

import type { DistrictBoundary } from "../../sdk/types"

const position = z
  .array(z.number())
  .min(2)
  .refine(([lon]) => lon >= -180 && lon <= 180, "longitude")
  .refine(([, lat]) => lat >= -90 && lat <= 90, "latitude")

const ring = z
  .array(position)
  .min(4, "short")
  .refine((points) => {
    const [first, last] = [points[0], points[points.length - 1]]
    return first?.[0] === last?.[0] && first?.[1] === last?.[1]
  }, "open")

const polygon = z.object({
  type: z.literal("Polygon"),
  coordinates: z.array(ring).min(1),
})
const multiPolygon = z.object({
  type: z.literal("MultiPolygon"),
  coordinates: z.array(z.array(ring).min(1)).min(1),
})
const geometry = z.discriminatedUnion("type", [polygon, multiPolygon])

const feature = z.object({
  type: z.literal("Feature"),
  properties: z.record(z.string(), z.unknown()).nullable().default(null),
  geometry: z.unknown().transform((value) => value ?? null),
})
const featureCollection = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(feature),
})

/** A GeoJSON file as read from disk, before the server judges its features. */
export type FeatureCollection = z.infer<typeof featureCollection>

/** Why a boundary was not accepted; each has a text under `districts.boundary.errors`. */
export type BoundaryProblem =
  "json" | "type" | "many" | "open" | "short" | "longitude" | "latitude"

export type BoundaryResult =
  | { boundary: DistrictBoundary; problem: null }
  | { boundary: null; problem: BoundaryProblem }

const PROBLEMS: BoundaryProblem[] = ["longitude", "latitude", "open", "short"]

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined
    }
    throw error
  }
}

/** Takes the geometry out of a Feature or a collection of exactly one. */
function unwrap(value: unknown): unknown {
  const collection = featureCollection.safeParse(value)
  if (collection.success) {
    const [only, ...more] = collection.data.features
    return more.length > 0 ? "many" : only?.geometry
  }
  const single = feature.safeParse(value)
  return single.success ? single.data.geometry : value
}

/**
 * Reads a boundary from text: a Polygon, a MultiPolygon, or one Feature of
 * either, in WGS 84 with `[longitude, latitude]`.
 */
export function parseBoundary(text: string): BoundaryResult {
  const value = parseJson(text)
  if (value === undefined) {
    return { boundary: null, problem: "json" }
  }
  const candidate = unwrap(value)
  if (candidate === "many") {
    return { boundary: null, problem: "many" }
  }
  const parsed = geometry.safeParse(candidate)
  if (parsed.success) {
    return { boundary: parsed.data, problem: null }
  }
  const messages = parsed.error.issues.map((issue) => issue.message)
  return {
    boundary: null,
    problem: PROBLEMS.find((problem) => messages.includes(problem)) ?? "type",
  }
}

/** Reads a FeatureCollection, or null when the text is not one. */
export function parseFeatureCollection(text: string): FeatureCollection | null {
  const parsed = featureCollection.safeParse(parseJson(text))
  return parsed.success ? parsed.data : null
}

/** The boundaries among a collection's features; others are left out. */
export function boundariesOf(
  collection: FeatureCollection
): DistrictBoundary[] {
  return collection.features.flatMap(({ geometry: candidate }) => {
    const parsed = geometry.safeParse(candidate)
    return parsed.success ? [parsed.data] : []
  })
}

export type NameProperty = { name: string; example: string; count: number }

/**
 * The properties that could name districts, those present on most features
 * first and among equals those called like a name.
 */
export function nameProperties(collection: FeatureCollection): NameProperty[] {
  const found = new Map<string, NameProperty>()
  for (const { properties } of collection.features) {
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (typeof value !== "string") {
        continue
      }
      const known = found.get(name)
      found.set(name, {
        name,
        example: known?.example ?? value,
        count: (known?.count ?? 0) + 1,
      })
    }
  }
  const likeName = ({ name }: NameProperty) =>
    /name|title/i.test(name) ? 1 : 0
  return [...found.values()].sort(
    (a, b) => b.count - a.count || likeName(b) - likeName(a)
  )
}
