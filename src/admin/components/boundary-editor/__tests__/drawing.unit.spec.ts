import type { DistrictBoundary } from "../../../../sdk/types"
import { toBoundary, toFeatures, type DrawnFeature } from "../drawing"

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

describe("drawing a boundary", () => {
  const boundaries: [string, DistrictBoundary][] = [
    ["a polygon", { type: "Polygon", coordinates: [square(0, 0, 4)] }],
    [
      "a polygon with holes",
      {
        type: "Polygon",
        coordinates: [square(0, 0, 9), square(1, 1, 2), square(5, 5, 2)],
      },
    ],
    [
      "several polygons, each with its own hole",
      {
        type: "MultiPolygon",
        coordinates: [
          [square(0, 0, 4), square(1, 1, 1)],
          [square(10, 10, 4), square(11, 11, 1)],
        ],
      },
    ],
  ]

  it.each(boundaries)(
    "takes %s apart and puts it together again",
    (_, boundary) => {
      expect(toBoundary(toFeatures(boundary))).toEqual({
        boundary,
        strayHoles: 0,
      })
    }
  )

  it("is empty without anything drawn", () => {
    expect(toFeatures(null)).toEqual([])
    expect(toBoundary([])).toEqual({ boundary: null, strayHoles: 0 })
  })

  it("keeps no more decimals than the drawing takes, and no height", () => {
    const [feature] = toFeatures({
      type: "Polygon",
      coordinates: [
        [
          [0.12345678901234, 1, 77],
          [1, 0],
          [1, 1],
          [0.12345678901234, 1, 77],
        ],
      ],
    })
    expect(feature?.geometry.coordinates[0][0]).toEqual([0.123456789, 1])
  })

  it("says how many holes lie in no area, instead of losing them", () => {
    const features: DrawnFeature[] = [
      ...toFeatures({ type: "Polygon", coordinates: [square(0, 0, 4)] }),
      {
        type: "Feature",
        properties: { mode: "hole" },
        geometry: { type: "Polygon", coordinates: [square(8, 8, 1)] },
      },
    ]
    expect(toBoundary(features)).toMatchObject({
      boundary: { type: "Polygon" },
      strayHoles: 1,
    })
  })
})
