import type { GeocodeQuestion } from "../../../../modules/delivery/domain/geocode"
import { google } from "../google"
import { nominatim } from "../nominatim"

const QUESTION: GeocodeQuestion = {
  address_1: "1 Market Street",
  postal_code: "94105",
  city: "San Francisco",
  country_code: "us",
}

describe("Nominatim's dialect", () => {
  const place = {
    lat: "37.7936",
    lon: "-122.3950",
    boundingbox: ["37.7935", "37.7937", "-122.3952", "-122.3948"],
    display_name: "1, Market Street",
    place_rank: 30,
  }

  it("sends a key only when there is one", () => {
    expect(nominatim.request(QUESTION, null).params).not.toHaveProperty("key")
    expect(nominatim.request(QUESTION, "k").params).toMatchObject({ key: "k" })
  })

  it("reads a place, its size, and that there is none", () => {
    const answer = nominatim.read(200, [place])
    expect(answer).toMatchObject({
      point: { lat: 37.7936, lng: -122.395 },
      matches: true,
      label: "1, Market Street",
    })
    expect(answer?.extent).toBeGreaterThan(20)
    expect(answer?.extent).toBeLessThan(60)
    expect(nominatim.read(200, [])).toBeNull()
    // As LocationIQ says it.
    expect(nominatim.read(404, { error: "Unable to geocode" })).toBeNull()
  })

  it.each([
    [404, "not found", /404/],
    [403, { error: "Access blocked" }, /Check the key/],
    [429, {}, /too often/],
    [500, undefined, /500/],
    [200, undefined, /Nominatim server/],
    [200, { results: [] }, /Nominatim server/],
    [200, [{ lat: "north", lon: "1" }], /Nominatim server/],
    [200, [{ ...place, lat: "912" }], /Nominatim server/],
  ])("says what is wrong with status %s and %j", (status, body, message) => {
    expect(() => nominatim.read(status, body)).toThrow(message)
  })
})

describe("Google's dialect", () => {
  const box = {
    northeast: { lat: 37.81, lng: -122.38 },
    southwest: { lat: 37.78, lng: -122.42 },
  }
  const result = (location_type: string, more: object = {}) => ({
    formatted_address: "1 Market St",
    geometry: {
      location: { lat: 37.7936, lng: -122.395 },
      location_type,
      viewport: box,
    },
    ...more,
  })
  const read = (...results: object[]) =>
    google.read(200, { status: "OK", results })

  it("takes a house as a point, and anything else as large as it is", () => {
    expect(read(result("ROOFTOP"))?.extent).toBe(0)
    expect(read(result("RANGE_INTERPOLATED"))?.extent).toBe(0)
    expect(read(result("GEOMETRIC_CENTER"))?.extent).toBeGreaterThan(3_000)
    expect(read(result("APPROXIMATE"))?.extent).toBeGreaterThan(3_000)
    expect(read(result("ROOFTOP", { partial_match: true }))?.matches).toBe(
      false
    )
    expect(google.read(200, { status: "ZERO_RESULTS", results: [] })).toBeNull()
  })

  it.each([
    ["REQUEST_DENIED", /Geocoding API is switched on/],
    ["OVER_QUERY_LIMIT", /limit of calls/],
    ["OVER_DAILY_LIMIT", /limit of calls/],
    ["UNKNOWN_ERROR", /UNKNOWN_ERROR/],
    ["OK", /OK/],
  ])("says what %s means", (status, message) => {
    expect(() => google.read(200, { status, results: [] })).toThrow(message)
  })

  it("does not take another answer for one of the API", () => {
    expect(() => google.read(200, [{ lat: "1", lon: "2" }])).toThrow(
      /not one of the Geocoding API/
    )
    expect(() => google.read(502, undefined)).toThrow(/502/)
  })
})
