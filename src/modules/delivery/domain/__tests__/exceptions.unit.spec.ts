import fc from "fast-check"

import {
  decidingException,
  exceptionProblem,
  ExceptionRule,
  isOn,
} from "../exceptions"
import { addDays } from "../local-time"

const rule = (change: Partial<ExceptionRule> = {}): ExceptionRule => ({
  id: "dexc_1",
  kind: "closed",
  district_id: null,
  window_id: null,
  starts_on: "2026-12-25",
  ends_on: "2026-12-25",
  repeats_yearly: false,
  starts_at: null,
  ends_at: null,
  cutoff_time: null,
  lead_days: null,
  capacity_orders: null,
  capacity_weight_grams: null,
  capacity_minutes: null,
  price: null,
  ...change,
})

const window = { id: "dwin_1", district_id: "ddis_1" }

describe("isOn", () => {
  it("is on its days, first and last among them", () => {
    const days = rule({ starts_on: "2026-12-30", ends_on: "2027-01-02" })
    const on = ["2026-12-29", "2026-12-30", "2027-01-02", "2027-01-03"]
    expect(on.map((date) => isOn(days, date))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isOn(days, "2027-12-31")).toBe(false)
  })

  it("comes again every year from its start on, over New Year too", () => {
    const yearly = rule({
      starts_on: "2026-12-30",
      ends_on: "2027-01-02",
      repeats_yearly: true,
    })
    const days = {
      "2025-12-31": false,
      "2026-01-01": false,
      "2026-12-30": true,
      "2028-01-02": true,
      "2028-01-03": false,
      "2031-12-29": false,
      "2031-12-31": true,
    }
    expect(
      Object.fromEntries(
        Object.keys(days).map((date) => [date, isOn(yearly, date)])
      )
    ).toEqual(days)
  })

  it("leaves 29 February out where a year has none", () => {
    const leapDay = rule({
      starts_on: "2028-02-29",
      ends_on: "2028-02-29",
      repeats_yearly: true,
    })
    expect(isOn(leapDay, "2028-02-29")).toBe(true)
    expect(isOn(leapDay, "2029-02-28")).toBe(false)
    expect(isOn(leapDay, "2029-03-01")).toBe(false)
    expect(isOn(leapDay, "2032-02-29")).toBe(true)
    const fromLeapDay = rule({
      starts_on: "2028-02-29",
      ends_on: "2028-03-01",
      repeats_yearly: true,
    })
    expect(isOn(fromLeapDay, "2029-02-28")).toBe(false)
    expect(isOn(fromLeapDay, "2029-03-01")).toBe(true)
  })

  it("covers as many days in the next year as in the first, whatever the range", () => {
    fc.assert(
      fc.property(fc.nat(364), fc.nat(363), (offset, length) => {
        // Two years without a 29 February, and the beginning of a third.
        const starts_on = addDays("2021-01-01", offset)
        const ends_on = addDays(starts_on, length)
        const yearly = rule({ starts_on, ends_on, repeats_yearly: true })
        expect(exceptionProblem(yearly)).toBeNull()
        const start = `2022${starts_on.slice(4)}`
        const on = Array.from({ length: 365 }, (_, day) =>
          addDays(start, day)
        ).filter((date) => isOn(yearly, date))
        expect(on).toHaveLength(length + 1)
        expect([on[0], on.at(-1)]).toEqual([start, addDays(start, length)])
      })
    )
  })
})

describe("decidingException", () => {
  const day = "2026-12-25"
  const all = rule({ id: "all" })
  const ofDistrict = rule({ id: "district", district_id: "ddis_1" })
  const ofWindow = rule({
    id: "window",
    kind: "changed",
    district_id: "ddis_1",
    window_id: "dwin_1",
    price: 9,
  })

  it("takes the most exact one", () => {
    const rules = [all, ofWindow, ofDistrict]
    expect(decidingException(rules, window, day)?.id).toBe("window")
    expect(decidingException(rules, { ...window, id: "dwin_2" }, day)?.id).toBe(
      "district"
    )
    expect(
      decidingException(rules, { id: "dwin_9", district_id: "ddis_9" }, day)?.id
    ).toBe("all")
    expect(decidingException(rules, window, "2026-12-26")).toBeNull()
  })

  it("takes closed before changed, then the later start, then the younger", () => {
    const changed = rule({ id: "z", kind: "changed", price: 1 })
    expect(decidingException([changed, all], window, day)?.id).toBe("all")
    const later = { ...changed, id: "a" }
    const earlier = { ...changed, starts_on: "2026-12-01" }
    expect(decidingException([later, earlier], window, day)?.id).toBe("a")
    expect(decidingException([later, changed], window, day)?.id).toBe("z")
    // Of a yearly one the run counts that the day belongs to.
    const yearly = { ...earlier, id: "y", repeats_yearly: true }
    const old = {
      ...changed,
      id: "o",
      starts_on: "2027-11-01",
      ends_on: "2027-12-31",
    }
    expect(decidingException([yearly, old], window, "2027-12-25")?.id).toBe("y")
  })

  it("does not depend on the order of the rules", () => {
    const rules = [all, ofWindow, ofDistrict, rule({ id: "b" })]
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: 4 }), (shuffled) => {
        expect(decidingException(shuffled, window, day)?.id).toBe("window")
      })
    )
  })

  it("closes an extra window for its district, not for all", () => {
    const extra = { id: "dexc_x", district_id: "ddis_1", is_extra: true }
    expect(decidingException([all, ofWindow], extra, day)).toBeNull()
    expect(decidingException([all, ofDistrict], extra, day)?.id).toBe(
      "district"
    )
  })
})

describe("exceptionProblem", () => {
  const extra = rule({
    kind: "extra",
    district_id: "ddis_1",
    starts_at: "10:00",
    ends_at: "12:00",
    cutoff_time: "08:00",
    capacity_orders: 3,
    price: 0,
  })

  it("says what is wrong, and nothing of what is right", () => {
    const problems: [Partial<ExceptionRule>, RegExp | null][] = [
      [rule(), null],
      [rule({ ends_on: "2026-12-24" }), /before starts_on/],
      [rule({ price: 3 }), /closed/],
      [rule({ kind: "changed" }), /must say what changes/],
      [rule({ kind: "changed", capacity_orders: 0 }), null],
      [extra, null],
      [{ ...extra, district_id: null, price: null }, /district_id, price/],
      [{ ...extra, window_id: "dwin_1" }, /leave window_id out/],
      [rule({ repeats_yearly: true, ends_on: "2027-12-24" }), null],
      [rule({ repeats_yearly: true, ends_on: "2027-12-25" }), /shorter/],
    ]
    for (const [change, problem] of problems) {
      const found = exceptionProblem(rule(change))
      if (problem) {
        expect(found).toMatch(problem)
      } else {
        expect(found).toBeNull()
      }
    }
  })
})
