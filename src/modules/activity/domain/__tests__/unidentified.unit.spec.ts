import fc from "fast-check"

import { unidentifiedContext, unidentifiedProperties } from "../unidentified"

describe("an event for those who may not know whose it is", () => {
  it("keeps what was done", () => {
    const properties = {
      product_id: "prod_1",
      name: "Lemon tart",
      price: 24.5,
      products: [{ product_id: "prod_2", quantity: 2 }],
      url: "https://shop.example/cake",
      query: "lemon",
      search: "lemon",
      is_gift: true,
      note: null,
    }
    expect(unidentifiedProperties(properties)).toEqual(properties)
  })

  it.each([
    "email",
    "Email",
    "$email",
    "e-mail_address",
    "phone_number",
    "userId",
    "user_id",
    "anonymousId",
    "distinct_id",
    "$device_id",
    "$anon_distinct_id",
    "$set",
    "$set_once",
    "$session_id",
    "$ip",
    "ip",
    "first_name",
    "lastName",
    "shipping_email",
    "traits",
    "$raw_user_agent",
  ])("leaves %s out, however deep", (name) => {
    const properties = { a: [{ b: { [name]: "ada", c: 1 } }], [name]: "ada" }
    expect(unidentifiedProperties(properties)).toEqual({ a: [{ b: { c: 1 } }] })
  })

  it("cuts the query off every address", () => {
    expect(
      unidentifiedProperties({
        url: "https://shop.example/cake?email=ada@example.com#top",
        $referrer: "HTTP://mail.example/read?user=ada",
        list: ["https://shop.example/#ada"],
        search: "?utm_source=mail&email=ada@example.com",
        path: "/cake?token=1",
      })
    ).toEqual({
      url: "https://shop.example/cake",
      $referrer: "HTTP://mail.example/read",
      list: ["https://shop.example/"],
      path: "/cake",
    })
  })

  it("keeps of the context what says nothing of who", () => {
    expect(
      unidentifiedContext({
        ip: "203.0.113.7",
        userAgent: "Mozilla/5.0",
        traits: { email: "ada@example.com" },
        sessionId: 17,
        location: { city: "Berlin" },
        locale: "de-DE",
        campaign: { source: "mail" },
        device: { id: "3f", advertisingId: "9a", type: "ios", model: "iPhone" },
        page: { path: "/cake", url: "https://shop.example/cake?u=ada" },
        library: { name: "analytics.js", version: "1" },
      })
    ).toEqual({
      locale: "de-DE",
      campaign: { source: "mail" },
      device: { type: "ios", model: "iPhone" },
      page: { path: "/cake", url: "https://shop.example/cake" },
      library: { name: "analytics.js", version: "1" },
    })
  })

  it("is as cautious the second time, and adds nothing", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (json) => {
        const once = unidentifiedProperties(json)
        expect(unidentifiedProperties(once)).toEqual(once)
        for (const name of Object.keys(once)) {
          expect(Object.keys(json)).toContain(name)
        }
      })
    )
  })
})
