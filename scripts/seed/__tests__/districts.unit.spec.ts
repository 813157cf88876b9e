import { readDistricts } from "../districts"
import { isDemoMarker } from "../marker"
import { contains, type Point } from "./contains"
import { windowsOf } from "../windows"

describe("demo shop", () => {
  const districts = readDistricts({}).features.map(
    ({ properties, geometry }) => ({
      name: properties.name,
      priority: properties.priority ?? 100,
      postalCodes: properties.postal_codes ?? [],
      ring: (geometry.coordinates as Point[][])[0],
    })
  )

  it("draws eight districts as closed rings", () => {
    expect(districts).toHaveLength(8)
    for (const { ring } of districts) {
      expect(ring.at(-1)).toEqual(ring[0])
    }
  })

  it("leaves no gap: each edge inside the city is drawn by both neighbours", () => {
    const plain = districts.filter(({ priority }) => priority === 100)
    const edges = plain.flatMap(({ ring }) =>
      ring.slice(1).map((to, index) => [ring[index], to].join(" "))
    )
    const known = new Set(edges)
    const single = edges.filter(
      (edge) => !known.has(edge.split(" ").reverse().join(" "))
    )
    // What is left over is the outline, and an outline is one closed walk.
    const next = new Map(
      single.map((edge) => edge.split(" ") as [string, string])
    )
    const [start] = next.keys()
    let here = next.get(start)
    let steps = 1
    while (here !== undefined && here !== start && steps <= single.length) {
      here = next.get(here)
      steps++
    }
    expect(steps).toBe(single.length)
    expect(single.length).toBeLessThan(edges.length)
  })

  it.each([
    ["Ferry Building", -122.3937, 37.7955, ["Downtown and SoMa"]],
    ["Dolores Park", -122.4269, 37.7596, ["Mission and Castro"]],
    ["Ocean Beach", -122.5107, 37.7594, ["Sunset and Lakeside"]],
    ["Palace of Fine Arts", -122.4484, 37.802, ["Marina"]],
    [
      "Patricia's Green",
      -122.4244,
      37.7763,
      ["Haight and Western Addition", "Hayes Valley"],
    ],
    ["Oakland", -122.2712, 37.8044, []],
  ])("puts %s into its district", (_, lng, lat, names) => {
    const found = districts
      .filter(({ ring }) => contains(ring, [lng, lat]))
      .map(({ name }) => name)
    expect(found.sort()).toEqual(names)
  })

  it("gives the overlapping district the first say and no postcode twice", () => {
    const first = districts.reduce((a, b) => (a.priority < b.priority ? a : b))
    expect(first.name).toBe("Hayes Valley")
    const codes = districts.flatMap(({ postalCodes }) => postalCodes)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it("says what is missing when the real districts are asked for", () => {
    const env = { CORNERSTORE_DISTRICTS: "real", CORNERSTORE_DATA: "/nowhere" }
    expect(() => readDistricts(env)).toThrow(/CORNERSTORE_DATA/)
  })

  it("delivers three times a day, every day", () => {
    const windows = windowsOf("ddis_1")
    expect(windows).toHaveLength(21)
    expect(windows.filter(({ weekday }) => weekday === 7)).toEqual([
      expect.objectContaining({ starts_at: "10:00", ends_at: "12:00" }),
      expect.objectContaining({ starts_at: "16:00", ends_at: "19:00" }),
      expect.objectContaining({ starts_at: "19:30", ends_at: "22:00" }),
    ])
  })

  it("takes only its own note for the sign that it is there", () => {
    const marker = {
      region_id: "reg_1",
      sales_channel_id: "sc_1",
      publishable_key_id: "apk_1",
    }
    expect(isDemoMarker(marker)).toBe(true)
    expect(isDemoMarker({ ...marker, region_id: 1 })).toBe(false)
    expect(isDemoMarker(null)).toBe(false)
  })
})
