import { DateTime } from "luxon"
import fc from "fast-check"

import { availableFrom, expiryOf } from "../expiry"

const ZONES = ["America/Los_Angeles", "Europe/Berlin", "Asia/Ho_Chi_Minh"]
const instant = (text: string) => new Date(text)

describe("expiryOf", () => {
  it.each([
    ["a usual day", "2026-01-15T12:00:00Z", 1, "2026-02-16T00:00:00Z"],
    ["the 31st", "2026-01-31T12:00:00Z", 1, "2026-03-01T00:00:00Z"],
    ["the 31st, leap year", "2028-01-31T12:00:00Z", 1, "2028-03-01T00:00:00Z"],
    ["29 February, a year", "2028-02-29T12:00:00Z", 12, "2029-03-01T00:00:00Z"],
    ["a year's last day", "2026-12-31T23:59:00Z", 2, "2027-03-01T00:00:00Z"],
  ])("ends with the day, months after %s", (_, earned, months, expires) => {
    expect(expiryOf(instant(earned), months, "UTC")).toEqual(instant(expires))
  })

  it("counts the shop's days, also where the clock changes in between", () => {
    expect(
      expiryOf(instant("2026-03-01T05:00:00Z"), 1, "America/Los_Angeles")
    ).toEqual(instant("2026-03-29T07:00:00Z"))
  })

  it("is never when points last for ever", () => {
    expect(expiryOf(instant("2026-03-01T05:00:00Z"), null, "UTC")).toBeNull()
  })

  it("is a midnight of the shop, later with every month", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: instant("2020-01-01T00:00:00Z"),
          max: instant("2040-01-01T00:00:00Z"),
          noInvalidDate: true,
        }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...ZONES),
        (earned, months, zone) => {
          const expires = expiryOf(earned, months, zone)
          const next = expiryOf(earned, months + 1, zone)
          const local = DateTime.fromJSDate(expires ?? earned, { zone })
          expect(local).toEqual(local.startOf("day"))
          expect(next?.getTime()).toBeGreaterThan(expires?.getTime() ?? 0)
          const days = local
            .minus({ days: 1 })
            .diff(DateTime.fromJSDate(earned, { zone }).startOf("day"), "days")
          expect(Math.round(days.days)).toBeGreaterThanOrEqual(28 * months)
        }
      )
    )
  })
})

describe("availableFrom", () => {
  it("is the same wall time, whatever the clock did", () => {
    expect(
      availableFrom(instant("2026-03-01T20:00:00Z"), 14, "America/Los_Angeles")
    ).toEqual(instant("2026-03-15T19:00:00Z"))
  })

  it("is at once without a return window", () => {
    const now = instant("2026-03-01T20:00:00Z")
    expect(availableFrom(now, 0, "UTC")).toEqual(now)
  })
})
