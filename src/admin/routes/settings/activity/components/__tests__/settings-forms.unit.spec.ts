import i18next from "i18next"

import {
  createConsentSchema,
  toConsentChanges,
  toConsentValues,
} from "../consent-schema"
import { countryOptions, placeName, readPlace } from "../places"
import {
  createRetentionSchema,
  toRetentionChanges,
  toRetentionValues,
} from "../retention-schema"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ lng: "en" }))

const consent = {
  standard: "lenient" as const,
  europe: "strict" as const,
  places: [
    { place: "BR", policy: "strict" as const },
    { place: "US-CA", policy: "strict" as const },
    { place: "NO", policy: "lenient" as const },
  ],
  honour_dnt: true,
  categories: ["analytics", "C0002"],
}

describe("the form of consent", () => {
  it("sends back what it was given", () => {
    const values = toConsentValues(consent)
    expect(values).toMatchObject({
      strict_places: ["BR", "US-CA"],
      lenient_places: ["NO"],
      categories: "analytics, C0002",
    })
    expect(createConsentSchema(t).safeParse(values).success).toBe(true)
    expect(toConsentChanges(values)).toEqual(consent)
  })

  it("has a place on one side only, and any names of a category", () => {
    const values = toConsentValues(consent)
    const judge = (change: object) =>
      createConsentSchema(t).safeParse({ ...values, ...change }).success
    expect(judge({ lenient_places: ["BR"] })).toBe(false)
    expect(judge({ categories: "" })).toBe(true)
    expect(judge({ categories: "x".repeat(101) })).toBe(false)
    expect(
      toConsentChanges({ ...values, categories: " a,, b " })
    ).toMatchObject({ categories: ["a", "b"] })
  })
})

describe("the form of retention", () => {
  it.each(["1", "120"])("takes %p months", (text) => {
    const values = toRetentionValues({
      events_months: 25,
      visits_months: 25,
      logins_months: 13,
    })
    const changed = { ...values, events_months: text }
    expect(createRetentionSchema(t).safeParse(changed).success).toBe(true)
    expect(toRetentionChanges(changed).events_months).toBe(Number(text))
  })

  it.each(["", "0", "121", "1.5", "-1", "x"])("refuses %p", (text) => {
    const values = {
      events_months: "25",
      visits_months: "25",
      logins_months: text,
    }
    expect(createRetentionSchema(t).safeParse(values).success).toBe(false)
  })
})

describe("places", () => {
  it("are today's countries, in the viewer's language and order", () => {
    const english = countryOptions("en")
    expect(english.length).toBeGreaterThan(240)
    expect(english.length).toBeLessThan(260)
    const names = english.map(({ label }) => label)
    expect(names).toEqual(expect.arrayContaining(["Germany", "Brazil", "Chad"]))
    expect(new Set(names).size).toBe(names.length)
    expect(english.map(({ value }) => value)).not.toContain("DD")
    expect(countryOptions("es")).toContainEqual({
      value: "DE",
      label: "Alemania",
    })
  })

  it("may be parts of a country, by code", () => {
    expect(readPlace(" us-ca ")).toBe("US-CA")
    expect(readPlace("california")).toBeNull()
    expect(placeName("US-CA", "en")).toBe("United States (US-CA)")
    expect(placeName("BR", "vi")).toBe("Brazil")
  })
})
