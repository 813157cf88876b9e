import fc from "fast-check"

import { Boundary, boundaryContains, boundingBoxOf } from "../geometry"

const square: Boundary = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
    [
      [1, 1],
      [1, 3],
      [3, 3],
      [3, 1],
      [1, 1],
    ],
  ],
}

describe("boundaryContains", () => {
  it("counts edges and corners as inside, the hole as outside and its edge as inside", () => {
    expect(boundaryContains(square, [0.5, 0.5])).toBe(true)
    expect(boundaryContains(square, [0, 2])).toBe(true)
    expect(boundaryContains(square, [4, 4])).toBe(true)
    expect(boundaryContains(square, [2, 2])).toBe(false)
    expect(boundaryContains(square, [1, 2])).toBe(true)
    expect(boundaryContains(square, [4.0001, 2])).toBe(false)
  })

  it("finds a point in any polygon of a MultiPolygon", () => {
    const two: Boundary = {
      type: "MultiPolygon",
      coordinates: [
        square.coordinates as number[][][],
        [
          [
            [10, 10],
            [12, 10],
            [11, 12],
            [10, 10],
          ],
        ],
      ],
    }
    expect(boundaryContains(two, [11, 10.5])).toBe(true)
    expect(boundaryContains(two, [11, 12.5])).toBe(false)
    expect(boundingBoxOf(two)).toEqual([0, 0, 12, 12])
  })

  it("agrees with half planes on every convex polygon", () => {
    const corners = fc
      .uniqueArray(fc.double({ min: 0, max: 6.28, noNaN: true }), {
        minLength: 3,
        maxLength: 12,
        selector: (angle) => Math.round(angle * 100),
      })
      .map((angles) =>
        [...angles]
          .sort((a, b) => a - b)
          .map((angle) => [Math.cos(angle), Math.sin(angle)])
      )
    const coordinate = fc.double({ min: -1.2, max: 1.2, noNaN: true })
    fc.assert(
      fc.property(corners, coordinate, coordinate, (ring, x, y) => {
        const sides = ring.map(([ax, ay], i) => {
          const [bx, by] = ring[(i + 1) % ring.length]
          return (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        })
        // Closer than this the two sides may round differently.
        fc.pre(sides.every((side) => Math.abs(side) > 1e-9))
        const boundary: Boundary = {
          type: "Polygon",
          coordinates: [[...ring, ring[0]]],
        }
        expect(boundaryContains(boundary, [x, y])).toBe(
          sides.every((side) => side > 0)
        )
      })
    )
  })
})
