import { deviceText, durationText, placeText } from "../texts"

describe("deviceText", () => {
  it("says what is known", () => {
    const device = {
      browser: "Safari",
      browser_version: "17",
      system: "iOS",
      class: "mobile" as const,
    }
    expect(deviceText(device)).toBe("Safari 17, iOS")
    expect(deviceText({ ...device, browser: null })).toBe("iOS")
    expect(deviceText({ ...device, browser: null, system: null })).toBeNull()
  })
})

describe("placeText", () => {
  it("names the country in the viewer's language", () => {
    const place = { country: "US", region: "CA", city: "San Francisco" }
    expect(placeText(place, "en")).toBe("San Francisco, CA, United States")
    expect(placeText({ ...place, city: null, region: null }, "es")).toBe(
      "Estados Unidos"
    )
    expect(placeText({ country: null, region: "CA", city: null }, "en")).toBe(
      null
    )
    expect(placeText({ country: "1", region: null, city: null }, "en")).toBe(
      "1"
    )
    expect(placeText(null, "en")).toBeNull()
  })
})

describe("durationText", () => {
  it.each([
    [0, "0 sec"],
    [59, "59 sec"],
    [60, "1 min"],
    [3_570, "1 hr"],
    [3_900, "1 hr, 5 min"],
  ])("says %d seconds as %s", (seconds, text) => {
    expect(durationText(seconds, "en")).toBe(text)
  })
})
