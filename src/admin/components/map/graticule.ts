import type { FeatureCollection, MultiLineString } from "geojson"

import type { Bounds } from "./bounds"

/** Distances between lines in degrees, so that one finds one's way without a map. */
const STEPS = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30,
]
/** About so many lines across. */
const LINES = 8

/** The distance of lines that suits what is shown, in degrees. */
export function graticuleStep([west, , east]: Bounds): number {
  const wanted = (east - west) / LINES
  return STEPS.find((step) => step >= wanted) ?? 30
}

/** Meridians and parallels over what is shown, for a map without anything behind it. */
export function graticule(bounds: Bounds): FeatureCollection<MultiLineString> {
  const step = graticuleStep(bounds)
  const [west, south, east, north] = bounds
  const lines = [
    ...multiples(west, east, step).map((lng) => [
      [lng, Math.max(-85, south - step)],
      [lng, Math.min(85, north + step)],
    ]),
    ...multiples(Math.max(-85, south), Math.min(85, north), step).map((lat) => [
      [west - step, lat],
      [east + step, lat],
    ]),
  ]
  return {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: {},
        geometry: { type: "MultiLineString", coordinates: lines },
      },
    ],
  }
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => (first + i) * step
  )
}
