import fc from "fast-check"

import { boundaryContains, type Boundary } from "../geometry"
import {
  AddressFacts,
  DistrictRule,
  districtsAt,
  findDistrict,
  indexDistricts,
  normalizeName,
  resolveDistrict,
} from "../resolve-district"

/** A polygon seen whole from its middle, so that it never crosses itself. */
const star = fc
  .record({
    lng: fc.double({ min: -5, max: 5, noNaN: true }),
    lat: fc.double({ min: -5, max: 5, noNaN: true }),
    size: fc.double({ min: 0.001, max: 3, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), {
      minLength: 3,
      maxLength: 12,
    }),
  })
  .map(({ lng, lat, size, radii }): Boundary => {
    const ring = radii.map((radius, i) => {
      const angle = (i / radii.length) * 2 * Math.PI
      return [
        lng + size * radius * Math.cos(angle),
        lat + size * radius * Math.sin(angle),
      ]
    })
    return { type: "Polygon", coordinates: [[...ring, ring[0]]] }
  })

const code = fc.integer({ min: 10_000, max: 10_030 }).map(String)
const codeRule = fc.oneof(
  code,
  fc.tuple(code, code).map((codes) => codes.sort().join("-")),
  fc.constantFrom("1000*", "1002*")
)
const name = fc.constantFrom("North", "South", "Quận 1", "east side", "!!")

const rules = fc
  .array(
    fc.record({
      priority: fc.integer({ min: 0, max: 3 }),
      aliases: fc.array(name, { maxLength: 2 }),
      postal_codes: fc.array(codeRule, { maxLength: 3 }),
      boundary: fc.option(star),
    }),
    { maxLength: 12 }
  )
  .map((districts): DistrictRule[] =>
    districts.map((district, i) => ({
      ...district,
      id: `ddis_${i}`,
      name: `District ${i}`,
    }))
  )

const coordinate = fc.option(fc.double({ min: -6, max: 6, noNaN: true }))
const address: fc.Arbitrary<AddressFacts> = fc.record({
  lat: coordinate,
  lng: coordinate,
  postal_code: fc.option(code),
  city: fc.option(name),
  address_1: fc.option(name.map((part) => `12 High Street, ${part}`)),
})

/** The rule as it is written down, without an index: one district after the other. */
function plainly(
  districts: DistrictRule[],
  { lat, lng, postal_code, city, address_1 }: AddressFacts
): string | null {
  const ranked = [...districts].sort(
    (a, b) => a.priority - b.priority || a.name.localeCompare(b.name)
  )
  const hasPoint = typeof lat === "number" && typeof lng === "number"
  const drawn =
    hasPoint &&
    ranked.find(
      ({ boundary }) => boundary && boundaryContains(boundary, [lng, lat])
    )
  if (drawn) {
    return drawn.id
  }
  const others = ranked.filter(({ boundary }) => !hasPoint || !boundary)
  const covers = (rule: string) => {
    const [from, to = from] = rule.split("-")
    return rule.endsWith("*")
      ? (postal_code ?? "").startsWith(rule.slice(0, -1))
      : (postal_code ?? "") >= from && (postal_code ?? "") <= to
  }
  const byCode = others.find(({ postal_codes }) =>
    postal_code ? postal_codes.some(covers) : false
  )
  const said = [city, ...(address_1 ?? "").split(",")]
    .map((part) => normalizeName(part ?? ""))
    .filter(Boolean)
  const byName = others.find((district) =>
    [district.name, ...district.aliases]
      .map(normalizeName)
      .some((each) => said.includes(each))
  )
  return (byCode ?? byName)?.id ?? null
}

describe("the lookup of districts", () => {
  it("finds what going through all of them finds", () => {
    fc.assert(
      fc.property(rules, fc.array(address), (districts, addresses) => {
        const lookup = indexDistricts(districts)
        for (const each of addresses) {
          expect(resolveDistrict(lookup, each)?.id ?? null).toBe(
            plainly(districts, each)
          )
        }
      }),
      { numRuns: 300 }
    )
  })

  it("counts every point of every edge as inside", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const shift = fc.constantFrom(0, 1, 60, 170)
    fc.assert(
      fc.property(star, fc.nat(), share, shift, (boundary, seed, t, by) => {
        const [outer] = boundary.coordinates as number[][][]
        const ring = outer.map(([lng, lat]) => [lng + by, lat])
        const i = seed % (ring.length - 1)
        const [[ax, ay], [bx, by_]] = [ring[i], ring[i + 1]]
        const point = [ax + t * (bx - ax), ay + t * (by_ - ay)] as const
        const moved: Boundary = { type: "Polygon", coordinates: [ring] }
        const lookup = indexDistricts([
          {
            id: "ddis_1",
            name: "One",
            priority: 0,
            aliases: [],
            postal_codes: [],
            boundary: moved,
          },
        ])
        expect(districtsAt(lookup, point).map(({ id }) => id)).toEqual([
          "ddis_1",
        ])
      }),
      { numRuns: 2_000 }
    )
  })

  it("gives a shared edge to the smaller number, and says what decided", () => {
    const half = (
      id: string,
      west: number,
      priority: number
    ): DistrictRule => ({
      id,
      name: id,
      priority,
      aliases: [],
      postal_codes: ["94110"],
      boundary: {
        type: "Polygon",
        coordinates: [
          [
            [west, 0],
            [west + 1, 0],
            [west + 1, 1],
            [west, 1],
            [west, 0],
          ],
        ],
      },
    })
    const border = { lat: 0.5, lng: 0 }
    const lookup = indexDistricts([half("east", 0, 5), half("west", -1, 9)])
    expect(findDistrict(lookup, border)).toEqual({
      district: expect.objectContaining({ id: "east" }),
      by: "boundary",
    })
    expect(districtsAt(lookup, [0, 0.5]).map(({ id }) => id)).toEqual([
      "east",
      "west",
    ])
    const other = indexDistricts([half("east", 0, 5), half("west", -1, 1)])
    expect(resolveDistrict(other, border)?.id).toBe("west")
    expect(findDistrict(lookup, { postal_code: "94110" })?.by).toBe(
      "postal_code"
    )
  })

  it("finds no district for a point in a hole or in the sea", () => {
    const ring = (size: number) => [
      [-size, -size],
      [size, -size],
      [size, size],
      [-size, size],
      [-size, -size],
    ]
    const lookup = indexDistricts([
      {
        id: "ddis_1",
        name: "Around the lake",
        priority: 0,
        aliases: [],
        postal_codes: ["94110"],
        boundary: { type: "Polygon", coordinates: [ring(2), ring(1)] },
      },
    ])
    expect(resolveDistrict(lookup, { lat: 0, lng: 0 })).toBeNull()
    expect(resolveDistrict(lookup, { lat: 1, lng: 0.5 })?.id).toBe("ddis_1")
    expect(
      resolveDistrict(lookup, { lat: 0, lng: -30, postal_code: "94110" })
    ).toBeNull()
  })
})
