import fc from "fast-check"

import { boundaryProblem } from "../boundary-problem"

const polygon = (...rings: number[][][]) =>
  boundaryProblem({ type: "Polygon", coordinates: rings })

const square = (size: number, at = 0): number[][] => [
  [at, at],
  [at + size, at],
  [at + size, at + size],
  [at, at + size],
  [at, at],
]

describe("boundaryProblem", () => {
  it("accepts polygons, holes inside them and several of them", () => {
    expect(polygon(square(10))).toBeNull()
    expect(polygon(square(10), square(2, 1), square(2, 5))).toBeNull()
    expect(
      boundaryProblem({
        type: "MultiPolygon",
        coordinates: [[square(1)], [square(1, 5)]],
      })
    ).toBeNull()
  })

  it.each([
    ["no polygon", boundaryProblem({ type: "MultiPolygon", coordinates: [] })],
    ["without a ring", polygon()],
    ["fewer than four", polygon(square(1).slice(0, 3))],
    ["last position is not its first", polygon(square(1).slice(0, 4))],
    ["degrees", polygon([[551_000, 4_180_000], ...square(1)])],
    [
      "without an area",
      polygon([
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ]),
    ],
    [
      "without an area",
      polygon([
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ],
  ])("says that it has %s", (reason, problem) => {
    expect(problem).toContain(reason)
  })

  it("says where a line crosses itself", () => {
    const bowTie = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]
    expect(polygon(bowTie)).toBe(
      "crosses itself near [1.00000, 1.00000]: draw it without crossing its own line"
    )
  })

  it("accepts lines that only touch, as surveyed ones do", () => {
    const touchingItself = [
      [0, 0],
      [2, 0],
      [2, 2],
      [1, 0],
      [0, 2],
      [0, 0],
    ]
    const spike = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 4],
      [2, 6],
      [2, 4],
      [0, 4],
      [0, 0],
    ]
    expect(polygon(touchingItself)).toBeNull()
    expect(polygon(spike)).toBeNull()
    expect(
      polygon(square(4), [
        [0, 0],
        [2, 1],
        [1, 2],
        [0, 0],
      ])
    ).toBeNull()
  })

  it("refuses holes that are outside or cross a ring", () => {
    expect(polygon(square(2), square(1, 5))).toContain("outside its outer ring")
    expect(polygon(square(2), square(2, 1))).toContain("crosses another ring")
    expect(polygon(square(9), square(3, 1), square(3, 2))).toContain(
      "crosses another ring"
    )
  })

  it("tells swapped latitude and longitude by what is no latitude", () => {
    const sanFrancisco = [
      [-122.4, 37.7],
      [-122.3, 37.7],
      [-122.3, 37.8],
      [-122.4, 37.7],
    ]
    expect(polygon(sanFrancisco)).toBeNull()
    expect(polygon(sanFrancisco.map(([lon, lat]) => [lat, lon]))).toContain(
      "look swapped"
    )
  })

  it("refuses a shape over the antimeridian, and accepts its two halves", () => {
    const fiji = [
      [179, -18],
      [-179, -18],
      [-179, -16],
      [179, -16],
      [179, -18],
    ]
    expect(polygon(fiji)).toContain("antimeridian")
    const half = (west: number) => [
      [west, -18],
      [west + 1, -18],
      [west + 1, -16],
      [west, -16],
      [west, -18],
    ]
    expect(
      boundaryProblem({
        type: "MultiPolygon",
        coordinates: [[half(179)], [half(-180)]],
      })
    ).toBeNull()
  })

  it("refuses more positions than a boundary needs, and shapes made to be slow", () => {
    const circle = (count: number) => {
      const ring = Array.from({ length: count - 1 }, (_, i) => [
        Math.cos((i / count) * 2 * Math.PI),
        Math.sin((i / count) * 2 * Math.PI),
      ])
      return [...ring, ring[0]]
    }
    expect(polygon(circle(50_000))).toBeNull()
    expect(polygon(circle(50_001))).toContain("simplify")
    const zigzag = Array.from({ length: 40_000 }, (_, i) => [
      i % 2 ? 10 : -10,
      i / 40_000,
    ])
    expect(
      polygon([...zigzag, [10, 2], [-20, 2], [-20, 0], zigzag[0]])
    ).toContain("simplify")
  })

  it("finds no crossing in any polygon that is seen whole from its middle", () => {
    const star = fc
      .array(fc.double({ min: 0.2, max: 1, noNaN: true }), {
        minLength: 4,
        maxLength: 60,
      })
      .map((radii) => {
        const ring = radii.map((radius, i) => {
          const angle = (i / radii.length) * 2 * Math.PI
          return [radius * Math.cos(angle), radius * Math.sin(angle)]
        })
        return [...ring, ring[0]]
      })
    fc.assert(
      fc.property(star, (ring) => {
        expect(polygon(ring)).toBeNull()
      })
    )
  })

  it("finds the crossing when two corners of a convex polygon are exchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.nat(), (count, seed) => {
        const ring = Array.from({ length: count }, (_, i) => [
          Math.cos((i / count) * 2 * Math.PI),
          Math.sin((i / count) * 2 * Math.PI),
        ])
        const i = seed % count
        const j = (i + 1) % count
        ;[ring[i], ring[j]] = [ring[j], ring[i]]
        expect(polygon([...ring, ring[0]])).toContain("crosses itself")
      })
    )
  })
})
