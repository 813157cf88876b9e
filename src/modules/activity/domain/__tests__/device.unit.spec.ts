import fc from "fast-check"

import { DEVICE_CLASSES, deviceKind, deviceOf } from "../device"

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
const windows = (version: string) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`
const TELEVISION =
  "Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/5.0 TV Safari/537.36"

describe("deviceOf", () => {
  it("names browser, system and class", () => {
    expect(deviceOf(IPHONE)).toEqual({
      browser: "Safari",
      browser_version: "17",
      system: "iOS",
      class: "mobile",
    })
    expect(deviceOf(windows("126.0.0.0"))).toEqual({
      browser: "Chrome",
      browser_version: "126",
      system: "Windows",
      class: "desktop",
    })
    expect(deviceOf(TELEVISION).class).toBe("other")
  })

  it.each([null, undefined, "", "  ", "curl/8.1"])(
    "does not guess at %p",
    (userAgent) => {
      expect(deviceOf(userAgent)).toEqual({
        browser: null,
        browser_version: null,
        system: null,
        class: "unknown",
      })
    }
  )

  it("takes whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), (text) => {
        expect(DEVICE_CLASSES).toContain(deviceOf(text).class)
      })
    )
  })
})

describe("deviceKind", () => {
  it("stays the same when a browser is updated", () => {
    const kinds = ["126.0.0.0", "127.0.1.2"].map((version) =>
      deviceKind(deviceOf(windows(version)))
    )
    expect(kinds[0]).toBe(kinds[1])
    expect(kinds[0]).not.toBe(deviceKind(deviceOf(IPHONE)))
  })
})
