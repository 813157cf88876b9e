import fc from "fast-check"

import { visitorsOf } from "../visitors"

const ID = "5f0f3f8e-3d5c-4c0f-8a43-8f7f6b1f9d11"
const cookie = (...pairs: string[]) => visitorsOf({ cookie: pairs.join("; ") })

describe("visitorsOf", () => {
  it("believes what the storefront says", () => {
    expect(visitorsOf({ "x-cornerstore-visitor": ` ${ID} ` })).toEqual([ID])
    expect(visitorsOf({ "x-cornerstore-visitor": "x".repeat(256) })).toEqual([])
    expect(visitorsOf({})).toEqual([])
  })

  it("reads the cookies of the clients as they write them", () => {
    const rudder = Buffer.from(`"${ID}"`).toString("base64")
    const posthog = encodeURIComponent(
      JSON.stringify({ distinct_id: "cus_1", $device_id: ID })
    )
    expect(cookie("a=b", `ajs_anonymous_id=${ID}`)).toEqual([ID])
    expect(cookie(`ajs_anonymous_id=%22${ID}%22`)).toEqual([ID])
    expect(
      cookie(`rl_anonymous_id=${encodeURIComponent(`RS_ENC_v3_${rudder}`)}`)
    ).toEqual([ID])
    expect(cookie(`ph_phc_key_posthog=${posthog}`)).toEqual([ID])
    expect(
      cookie(`ph_phc_key_posthog=${encodeURIComponent(`{"distinct_id":"d"}`)}`)
    ).toEqual(["d"])
  })

  it("takes each once, and never fails", () => {
    expect(
      visitorsOf({
        "x-cornerstore-visitor": ID,
        cookie: `ajs_anonymous_id=${ID}; ph_x_posthog=1`,
      })
    ).toEqual([ID])
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        for (const known of [name, "ajs_anonymous_id", "ph_x_posthog"]) {
          expect(cookie(`${known}=${value}`).length).toBeLessThan(5)
        }
      })
    )
  })
})
