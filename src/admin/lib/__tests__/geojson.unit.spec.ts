import {
  boundariesOf,
  nameProperties,
  parseBoundary,
  parseFeatureCollection,
} from "../geojson"
import { projectBoundaries } from "../svg-projection"

const SQUARE = {
  type: "Polygon",
  coordinates: [
    [
      [-122.5, 37.7],
      [-122.4, 37.7],
      [-122.4, 37.8],
      [-122.5, 37.8],
      [-122.5, 37.7],
    ],
  ],
} as const
const feature = (properties: object | null, geometry: unknown = SQUARE) => ({
  type: "Feature",
  properties,
  geometry,
})
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: "FeatureCollection", features })
const ring = (points: number[][]) =>
  JSON.stringify({ type: "Polygon", coordinates: [points] })

describe("parseBoundary", () => {
  it.each([
    ["a geometry", JSON.stringify(SQUARE)],
    ["a feature", JSON.stringify(feature({}))],
    ["a collection of one", collection(feature({}))],
  ])("takes %s", (_, text) => {
    expect(parseBoundary(text)).toEqual({ boundary: SQUARE, problem: null })
  })

  it.each([
    ["json", "{"],
    ["type", '{"type":"Point","coordinates":[0,0]}'],
    ["many", collection(feature({}), feature({}))],
    [
      "open",
      ring([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
    ],
    [
      "short",
      ring([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
    ],
    [
      "longitude",
      ring([
        [190, 0],
        [1, 0],
        [1, 1],
        [190, 0],
      ]),
    ],
    [
      "latitude",
      ring([
        [0, 95],
        [1, 0],
        [1, 1],
        [0, 95],
      ]),
    ],
  ])("says %s", (problem, text) => {
    expect(parseBoundary(text)).toEqual({ boundary: null, problem })
  })
})

describe("parseFeatureCollection", () => {
  it("refuses what is none", () => {
    expect(parseFeatureCollection("[]")).toBeNull()
    expect(parseFeatureCollection("not json")).toBeNull()
  })

  it("keeps features without geometry or properties for the server to judge", () => {
    const parsed = parseFeatureCollection(
      collection({ type: "Feature" }, feature({ name: "A" }))
    )
    expect(parsed?.features[0]).toEqual({
      type: "Feature",
      properties: null,
      geometry: null,
    })
    expect(parsed && boundariesOf(parsed)).toEqual([SQUARE])
  })

  it("offers the properties that could be names, the likeliest first", () => {
    const parsed = parseFeatureCollection(
      collection(
        feature({ code: "x", name: "Mission", size: 3, note: "old" }),
        feature({ code: "y", name: "Castro", size: 4 })
      )
    )
    expect(parsed && nameProperties(parsed)).toEqual([
      { name: "name", example: "Mission", count: 2 },
      { name: "code", example: "x", count: 2 },
      { name: "note", example: "old", count: 1 },
    ])
  })
})

describe("projectBoundaries", () => {
  it("draws north up and keeps proportions", () => {
    const parsed = parseBoundary(JSON.stringify(SQUARE))
    const shapes = parsed.boundary && projectBoundaries([parsed.boundary])
    // A tenth of a degree of longitude is shorter than one of latitude here.
    expect(shapes?.paths).toEqual(["M0,1000L790.7,1000L790.7,0L0,0L0,1000Z"])
  })

  it("has nothing to draw of nothing", () => {
    expect(projectBoundaries([])).toBeNull()
  })
})
