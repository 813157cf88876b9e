import fc from "fast-check"

import { firstOrderIdSince } from "../order-id"

describe("firstOrderIdSince", () => {
  it("is the time part of a ULID", () => {
    // 1469918176385 is the example of the ULID specification.
    expect(firstOrderIdSince(new Date(1469918176385))).toBe("order_01ARYZ6S41")
  })

  it("orders ids as time does", () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 42 - 2).map((ms) => ms),
        (ms) => {
          const [before, after] = [ms, ms + 1].map((time) =>
            firstOrderIdSince(new Date(time))
          )
          expect(before < after).toBe(true)
        }
      )
    )
  })
})
