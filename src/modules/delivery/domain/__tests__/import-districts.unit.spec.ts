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
    expect(plan.create).toEqual([{ name: "New", boundary: triangle }])
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

  it("takes back what the export wrote, a district without a boundary included", () => {
    const facts = {
      priority: 3,
      is_active: false,
      aliases: ["Sur"],
      postal_codes: ["941*", "94110-94115"],
    }
    const plan = planImport(
      [
        { properties: { name: "South", ...facts }, geometry: triangle },
        {
          properties: { name: "By code", postal_codes: ["94110"] },
          geometry: null,
        },
      ],
      "name",
      new Map([["South", "ddis_1"]])
    )
    expect(plan.update).toEqual([
      { id: "ddis_1", boundary: triangle, ...facts },
    ])
    expect(plan.create).toEqual([
      { name: "By code", boundary: null, postal_codes: ["94110"] },
    ])
    expect(plan.skipped).toEqual([])
  })

  it("leaves alone what other files mean by the same words", () => {
    const plan = planImport(
      [
        {
          properties: {
            name: "Foreign",
            priority: "high",
            aliases: "a, b",
            postal_codes: [94110],
            is_active: 1,
          },
          geometry: triangle,
        },
      ],
      "name",
      new Map()
    )
    expect(plan.create).toEqual([{ name: "Foreign", boundary: triangle }])
  })
})
