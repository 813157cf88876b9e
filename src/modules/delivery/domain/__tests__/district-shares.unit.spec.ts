import fc from "fast-check"

import { districtShares } from "../district-shares"
import { dayTour } from "../tour"

const DEPOT = { lat: 37.79, lng: -122.39 }

describe("districtShares", () => {
  it("adds up to the tour and counts every stop once", () => {
    const stops = fc
      .array(
        fc.record({
          lat: fc.double({ min: 37.7, max: 37.8, noNaN: true }),
          lng: fc.double({ min: -122.5, max: -122.4, noNaN: true }),
        }),
        { maxLength: 20 }
      )
      .map((points) =>
        points.map((point, index) => ({
          id: String(index),
          point,
          starts_at: index % 3,
        }))
      )
    fc.assert(
      fc.property(stops, (given) => {
        const tour = dayTour(given, DEPOT)
        const shares = [
          ...districtShares(tour, (id) => `d${Number(id) % 3}`).values(),
        ]
        const sum = (of: "stops" | "metres") =>
          shares.reduce((total, share) => total + share[of], 0)
        expect(sum("stops")).toBe(given.length)
        // One metre of rounding for each district.
        expect(Math.abs(sum("metres") - tour.metres)).toBeLessThanOrEqual(3)
      })
    )
  })

  it("gives the way to a far stop to its district", () => {
    const near = { lat: 37.791, lng: -122.391 }
    const far = { lat: 37.72, lng: -122.5 }
    const shares = districtShares(
      dayTour(
        [
          { id: "near", point: near, starts_at: 0 },
          { id: "far", point: far, starts_at: 0 },
        ],
        DEPOT
      ),
      (id) => id
    )
    expect(shares.get("far")?.metres).toBeGreaterThan(
      2 * (shares.get("near")?.metres ?? Infinity)
    )
  })
})
