import type { TFunction } from "i18next"

import {
  createGeocoderSchema,
  toGeocoderBody,
  toGeocoderValues,
} from "../geocoder-schema"
import {
  createMapSettingsSchema,
  toMapSettingsBody,
  toMapSettingsValues,
} from "../map-settings-schema"

const t = ((key: string) => key) as unknown as TFunction<"cornerstore">

const problemsOf = (result: {
  error?: { issues: { path: PropertyKey[]; message: string }[] }
}) => result.error?.issues.map(({ path, message }) => [path[0], message]) ?? []

describe("the map's form", () => {
  const schema = createMapSettingsSchema(t)
  const tiles = {
    url: "https://tiles.example/{z}/{x}/{y}.png",
    attribution: "Example",
  }

  it.each([
    { style_url: null, tiles: null },
    { style_url: "https://tiles.example/style.json", tiles: null },
    { style_url: null, tiles },
  ])("sends back what it was given: %j", (settings) => {
    const values = toMapSettingsValues(settings)
    expect(problemsOf(schema.safeParse(values))).toEqual([])
    expect(toMapSettingsBody(values)).toEqual(settings)
  })

  it("judges what is chosen only", () => {
    const values = {
      background: "tiles" as const,
      style_url: "nonsense",
      tiles_url: "https://tiles.example/1.png",
      attribution: " ",
    }
    expect(problemsOf(schema.safeParse(values))).toEqual([
      ["tiles_url", "map.settings.errors.placeholders"],
      ["attribution", "map.settings.errors.attribution"],
    ])
    expect(
      problemsOf(schema.safeParse({ ...values, background: "style" }))
    ).toEqual([["style_url", "map.settings.errors.https"]])
    expect(
      problemsOf(schema.safeParse({ ...values, background: "none" }))
    ).toEqual([])
  })
})

describe("the geocoder's form", () => {
  const stored = {
    provider: "google" as const,
    base_url: "https://maps.googleapis.com",
    country_code: "us",
    has_key: true,
    key_last_four: "4242",
  }
  const schema = createGeocoderSchema(t, {
    hasKey: true,
    keyServer: stored.base_url,
  })

  it("leaves the key alone when none is typed", () => {
    const values = toGeocoderValues(stored)
    expect(problemsOf(schema.safeParse(values))).toEqual([])
    expect(toGeocoderBody(values)).toEqual({
      provider: "google",
      base_url: stored.base_url,
      country_code: "us",
    })
    expect(toGeocoderBody({ ...values, api_key: " new " })).toMatchObject({
      api_key: "new",
    })
  })

  it("asks for Google's key for a server that has none", () => {
    const values = {
      ...toGeocoderValues(stored),
      base_url: "https://maps.example",
    }
    expect(problemsOf(schema.safeParse(values))).toEqual([
      ["api_key", "map.geocoder.errors.key"],
    ])
    expect(
      problemsOf(schema.safeParse({ ...values, provider: "nominatim" }))
    ).toEqual([])
  })

  it("goes to the public server when no other is named, and away when none is chosen", () => {
    const values = toGeocoderValues(null)
    expect(toGeocoderBody(values)).toEqual({ provider: null })
    expect(toGeocoderBody({ ...values, provider: "nominatim" })).toEqual({
      provider: "nominatim",
      base_url: "https://nominatim.openstreetmap.org",
      country_code: null,
    })
    expect(
      problemsOf(
        schema.safeParse({
          ...values,
          provider: "nominatim",
          base_url: "ftp://x",
          country_code: "usa",
        })
      )
    ).toEqual([
      ["base_url", "map.geocoder.errors.url"],
      ["country_code", "map.geocoder.errors.country"],
    ])
  })
})
