import fc from "fast-check"

import { centroidOf } from "../centroid"
import { DETOUR_FACTOR, drivingMeters, straightMeters } from "../distance"
import { boundaryContains } from "../geometry"
import { measureRoute } from "../measure-route"

const point = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe("distance", () => {
  it("knows how far it is from San Francisco to Oakland, and round the pole", () => {
    const cityHall = { lat: 37.7793, lng: -122.4193 }
    const oakland = { lat: 37.8044, lng: -122.2712 }
    expect(straightMeters(cityHall, oakland)).toBeCloseTo(13_309, -2)
    // A degree of latitude is 111.2 km everywhere.
    expect(
      straightMeters({ lat: 50, lng: 8 }, { lat: 51, lng: 8 })
    ).toBeCloseTo(111_195, -1)
    expect(
      straightMeters({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })
    ).toBeCloseTo(111_195, -1)
  })

  it("is the same both ways, zero to itself, and longer by street", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(drivingMeters(a, b)).toBe(drivingMeters(b, a))
        expect(straightMeters(a, a)).toBe(0)
        expect(drivingMeters(a, b)).toBe(
          Math.round(straightMeters(a, b) * DETOUR_FACTOR)
        )
      })
    )
  })
})

describe("measureRoute", () => {
  const [a, b, c] = [0, 1, 2].map((step) => ({ lat: 50 + step / 100, lng: 8 }))

  it("passes over a stop whose position is not known", () => {
    const step = drivingMeters(a, b)
    expect(measureRoute([b, null, c], a)).toEqual({
      legs: [step, null, step],
      back: drivingMeters(c, a),
      total: 2 * step + drivingMeters(c, a),
    })
  })

  it("begins and ends at a stop when there is no depot", () => {
    const step = drivingMeters(a, b)
    expect(measureRoute([a, b], null)).toEqual({
      legs: [null, step],
      back: null,
      total: step,
    })
    expect(measureRoute([], a).total).toBe(0)
  })
})

describe("centroidOf", () => {
  const square = (west: number, south: number, size: number) => [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ]

  it("is the middle of a square, wherever it lies and whichever way it is drawn", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.boolean(),
        (west, south, turned) => {
          const [ring] = square(west, south, 0.1)
          const boundary = {
            type: "Polygon" as const,
            coordinates: [turned ? [...ring].reverse() : ring],
          }
          const center = centroidOf(boundary)
          expect(center?.lng).toBeCloseTo(west + 0.05, 6)
          expect(center?.lat).toBeCloseTo(south + 0.05, 6)
          expect(
            boundaryContains(boundary, [center?.lng ?? 0, center?.lat ?? 0])
          ).toBe(true)
        }
      )
    )
  })

  it("takes the largest of several parts, and none of an empty one", () => {
    const center = centroidOf({
      type: "MultiPolygon",
      coordinates: [square(0, 0, 1), square(10, 10, 4)],
    })
    expect(center).toEqual({ lng: 12, lat: 12 })
    expect(
      centroidOf({
        type: "Polygon",
        coordinates: [
          [
            [1, 1],
            [1, 1],
            [1, 1],
            [1, 1],
          ],
        ],
      })
    ).toBeNull()
  })
})
