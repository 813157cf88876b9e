import { setCurrentOptions } from "../../../../lib/current-options"
import { openGeocoderKey } from "../api-key"
import { mergeGeocoder } from "../save-geocoder"
import { toAdminGeocoder } from "../setting"

const KEY = "AIza-test-key-000000-4242"

describe("what is stored of a geocoder", () => {
  beforeAll(() => setCurrentOptions({ timeZone: "UTC" }, "test"))

  const stored = () => {
    const setting = mergeGeocoder(null, { provider: "google", api_key: KEY })
    if (!setting?.api_key) {
      throw new Error("nothing is stored")
    }
    return setting
  }

  it("is the public server, and the key encrypted", () => {
    const setting = stored()
    expect(setting.base_url).toBe("https://maps.googleapis.com")
    expect(JSON.stringify(setting)).not.toContain(KEY)
    expect(openGeocoderKey(setting.api_key ?? "")).toBe(KEY)
    expect(toAdminGeocoder(setting)).toEqual({
      provider: "google",
      base_url: "https://maps.googleapis.com",
      country_code: null,
      has_key: true,
      key_last_four: "4242",
    })
  })

  it("keeps the key when none is given, for the same server only", () => {
    const before = stored()
    expect(
      mergeGeocoder(before, { provider: "google", country_code: "US" })
    ).toEqual({ ...before, country_code: "us" })
    expect(() =>
      mergeGeocoder(before, {
        provider: "google",
        base_url: "https://evil.example",
      })
    ).toThrow("enter the key again")
    expect(
      mergeGeocoder(before, {
        provider: "nominatim",
        base_url: "https://geo.example/nominatim/",
      })
    ).toEqual({
      provider: "nominatim",
      base_url: "https://geo.example/nominatim",
      country_code: null,
      api_key: null,
      api_key_last_four: null,
    })
  })

  it("is nothing when there is to be none, and shows nothing of a short key", () => {
    expect(mergeGeocoder(stored(), { provider: null })).toBeNull()
    expect(toAdminGeocoder(null)).toBeNull()
    const short = mergeGeocoder(null, { provider: "google", api_key: "abc" })
    expect(toAdminGeocoder(short)?.key_last_four).toBeNull()
    expect(() =>
      mergeGeocoder(stored(), { provider: "google", api_key: null })
    ).toThrow("without a key")
  })
})
