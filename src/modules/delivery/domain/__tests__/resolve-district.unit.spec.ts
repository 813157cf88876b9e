import {
  DistrictRule,
  indexDistricts,
  normalizeName,
  resolveDistrict,
} from "../resolve-district"

const box = (w: number, s: number, e: number, n: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
})

const rule = (district: Partial<DistrictRule>): DistrictRule => ({
  id: district.name ?? "",
  name: "",
  priority: 100,
  aliases: [],
  postal_codes: [],
  boundary: null,
  ...district,
})

const resolve = (
  districts: DistrictRule[],
  address: Parameters<typeof resolveDistrict>[1]
) => resolveDistrict(indexDistricts(districts), address)?.name ?? null

describe("resolveDistrict", () => {
  const east = rule({ name: "East", boundary: box(0, 0, 2, 2) })
  const west = rule({ name: "West", boundary: box(-2, 0, 0, 2) })
  const express = rule({
    name: "Express",
    priority: 1,
    boundary: box(-1, 0, 1, 1),
  })
  const codes = rule({ name: "Codes", postal_codes: ["94110-94112", "941*"] })
  const named = rule({ name: "Quận 1", aliases: ["District One"] })

  it("takes the district with the smallest priority where several overlap", () => {
    expect(resolve([east, west, express], { lat: 0.5, lng: 0.5 })).toBe(
      "Express"
    )
    expect(resolve([east, west, express], { lat: 1.5, lng: 0.5 })).toBe("East")
  })

  it("gives a point on a shared edge to exactly one district, always the same", () => {
    expect(resolve([west, east], { lat: 1.5, lng: 0 })).toBe("East")
    expect(resolve([east, west], { lat: 1.5, lng: 0 })).toBe("East")
  })

  it("lets coordinates decide over a postal code of another district", () => {
    const drawn = rule({ ...east, postal_codes: ["11111"] })
    const other = rule({ ...west, postal_codes: ["22222"] })
    expect(
      resolve([drawn, other], { lat: 1, lng: 1, postal_code: "22222" })
    ).toBe("East")
    expect(
      resolve([drawn, other], { lat: 9, lng: 9, postal_code: "22222" })
    ).toBeNull()
    expect(resolve([drawn, other], { postal_code: "22222" })).toBe("West")
  })

  it("matches codes, ranges and prefixes, and then names with and without marks", () => {
    expect(resolve([codes], { postal_code: "94111" })).toBe("Codes")
    expect(resolve([codes], { postal_code: "94111-1234" })).toBe("Codes")
    expect(resolve([codes], { postal_code: "94210" })).toBeNull()
    expect(resolve([named], { city: "quan 1" })).toBe("Quận 1")
    expect(resolve([named], { city: "DISTRICT ONE" })).toBe("Quận 1")
    expect(resolve([named], { address_1: "12 Lê Lợi, Quận 1" })).toBe("Quận 1")
    expect(resolve([named], { city: "Quan 10" })).toBeNull()
  })

  it("knows nothing of an empty address", () => {
    expect(resolve([east, codes, named], {})).toBeNull()
    expect(normalizeName("  São-Paulo ")).toBe("sao paulo")
  })
})
