import fc from "fast-check"

import { attributionOf } from "../attribution"

const at = (values: Partial<Parameters<typeof attributionOf>[0]>) => {
  const { source, medium, campaign, referrer, is_tagged } = attributionOf({
    url: "https://www.shop.example/cakes",
    referrer: null,
    utm_source: null,
    utm_medium: null,
    utm_campaign: null,
    ...values,
  })
  return [source, medium, campaign, referrer, is_tagged]
}

describe("attributionOf", () => {
  it.each([
    ["", ["(direct)", "(none)", null, null, false]],
    ["https://shop.example/", ["(direct)", "(none)", null, null, false]],
    ["https://pay.shop.example/", ["(direct)", "(none)", null, null, false]],
    [
      "https://www.google.co.uk/search",
      ["google", "organic", null, "google.co.uk", false],
    ],
    [
      "https://lm.facebook.com/",
      ["facebook", "social", null, "lm.facebook.com", false],
    ],
    ["https://t.co/abc", ["twitter", "social", null, "t.co", false]],
    [
      "https://blog.example/post",
      ["blog.example", "referral", null, "blog.example", false],
    ],
    ["android-app://com.slack/", ["(direct)", "(none)", null, null, false]],
  ])("reads the referrer %p", (referrer, expected) => {
    expect(at({ referrer })).toEqual(expected)
  })

  it("believes UTM parameters, said by the client or in the address", () => {
    const said = {
      utm_source: "Newsletter",
      utm_medium: "E-Mail",
      utm_campaign: "Spring 24",
    }
    const expected = ["newsletter", "e-mail", "Spring 24", null, true]
    expect(at(said)).toEqual(expected)
    const query = new URLSearchParams(said)
    expect(at({ url: `https://shop.example/?${query}` })).toEqual(expected)
  })

  it.each([
    ["gclid", "google", "cpc"],
    ["msclkid", "bing", "cpc"],
    ["fbclid", "facebook", "social"],
    ["ttclid", "tiktok", "social"],
  ])("takes %s for a click", (parameter, source, medium) => {
    const url = `https://shop.example/?${parameter}=Cj0K`
    expect(at({ url })).toEqual([source, medium, null, null, true])
    expect(at({ url, utm_source: "ads" })[0]).toBe("ads")
  })

  it("keeps what somebody is called out of it, and never throws", () => {
    expect(at({ utm_campaign: "for anna@example.com" })[2]).toBe("(hidden)")
    const text = fc.option(fc.string({ unit: "binary" }))
    fc.assert(
      fc.property(fc.record({ url: text, referrer: text }), (values) => {
        expect(at(values)[0]).toBeTruthy()
      })
    )
  })
})
