import { readFileSync } from "node:fs"

import { sanFranciscoFile } from "./sf-districts"

/** A place with the district it is in. */
export type KnownPlace = { lat: number; lng: number; district: string }

export type TestDistricts = {
  /** GeoJSON FeatureCollection, names in property `name`. */
  collection: { type: "FeatureCollection"; features: unknown[] }
  /** Two places in two districts. */
  places: [KnownPlace, KnownPlace]
  /** A place in no district. */
  outside: { lat: number; lng: number }
}

/**
 * San Francisco's real neighbourhoods where the public data is, else two drawn
 * rectangles over the same places, so that suites run anywhere.
 */
export function testDistricts(): TestDistricts {
  const file = sanFranciscoFile()
  return {
    collection: file
      ? JSON.parse(readFileSync(file, "utf8"))
      : {
          type: "FeatureCollection",
          features: [
            rectangle("Mission", [-122.428, 37.748, -122.405, 37.77]),
            rectangle("Outer Sunset", [-122.51, 37.735, -122.477, 37.765]),
          ],
        },
    places: [
      { lat: 37.7599, lng: -122.4148, district: "Mission" },
      { lat: 37.7527, lng: -122.4938, district: "Outer Sunset" },
    ],
    outside: { lat: 37.8715, lng: -122.273 },
  }
}

function rectangle(
  name: string,
  [west, south, east, north]: [number, number, number, number]
): unknown {
  return {
    type: "Feature",
    properties: { name },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  }
}
