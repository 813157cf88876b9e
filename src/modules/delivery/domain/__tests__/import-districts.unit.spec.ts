import { planImport } from "../import-districts"

const triangle = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
  ],
}

describe("planImport", () => {
  it("makes new districts, redraws known ones and says why the rest is left out", () => {
    const plan = planImport(
      [
        { properties: { name: "New" }, geometry: triangle },
        { properties: { name: " Known " }, geometry: triangle },
        { properties: { name: "New" }, geometry: triangle },
        { properties: { title: "No name" }, geometry: triangle },
        {
          properties: { name: "Point" },
          geometry: { type: "Point", coordinates: [0, 0] },
        },
        {
          properties: { name: "Open" },
          geometry: {
            type: "Polygon",
            coordinates: [triangle.coordinates[0].slice(0, 3).concat([[9, 9]])],
          },
        },
        {
          properties: { name: "Metres" },
          geometry: {
            type: "Polygon",
            coordinates: [
              [
                [551_000, 4_180_000],
                [552_000, 4_180_000],
                [551_000, 4_181_000],
                [551_000, 4_180_000],
              ],
            ],
          },
        },
        { properties: null, geometry: null },
      ],
      "name",
      new Map([["Known", "ddis_1"]])
    )
    expect(plan.create).toEqual([
      { name: "New", boundary: triangle, priority: 100 },
    ])
    expect(plan.update).toEqual([{ id: "ddis_1", boundary: triangle }])
    expect(plan.skipped.map(({ index, name }) => [index, name])).toEqual([
      [2, "New"],
      [3, null],
      [4, "Point"],
      [5, "Open"],
      [6, "Metres"],
      [7, null],
    ])
    expect(plan.skipped[2].reason).toContain("Point")
    expect(plan.skipped[3].reason).toContain("last position")
    expect(plan.skipped[4].reason).toContain("degrees")
  })
})
