import fc from "fast-check"

import type {
  AdminDeliveryException,
  CalendarSlot,
} from "../../../../../../sdk/types"
import { addDays } from "../../../../../lib/dates"
import {
  dayAfterKey,
  daysOf,
  firstWeekday,
  move,
  rangeOf,
  sameMonth,
  VIEWS,
  weekdayOf,
  weeksOf,
} from "../calendar-days"
import { closuresOn, covers } from "../closures"
import {
  byHours,
  fullest,
  heldPlaces,
  kindOfDay,
  loadOfDay,
  loadOfSlots,
  slotsOfDay,
} from "../loads"

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays("1990-01-01", days))
const anyFirst = fc.integer({ min: 1, max: 7 })

describe("the days of a calendar", () => {
  it("shows whole weeks of a month, six at most, the whole month among them", () => {
    fc.assert(
      fc.property(anyDay, anyFirst, (day, first) => {
        const range = rangeOf("month", day, first)
        const weeks = weeksOf(range)
        expect(weeks.length).toBeLessThanOrEqual(6)
        expect(weeks.every((week) => week.length === 7)).toBe(true)
        expect(weeks.every(([start]) => weekdayOf(start) === first)).toBe(true)
        // Each week has a day of the month: none is shown for nothing.
        expect(
          weeks.every((week) => week.some((each) => sameMonth(each, day)))
        ).toBe(true)
        expect(sameMonth(addDays(range.from, -1), day)).toBe(false)
        expect(sameMonth(addDays(range.to, 1), day)).toBe(false)
      })
    )
  })

  it("has the day it is asked for in every view, and comes back from one step away", () => {
    fc.assert(
      fc.property(
        anyDay,
        anyFirst,
        fc.constantFrom(...VIEWS),
        (day, first, view) => {
          const { from, to } = rangeOf(view, day, first)
          expect(from <= day && day <= to).toBe(true)
          const next = move(view, day, 1)
          expect(next > day).toBe(true)
          const back = move(view, next, -1)
          expect(view === "month" ? sameMonth(back, day) : back === day).toBe(
            true
          )
        }
      )
    )
  })

  it("takes the last day of a shorter month", () => {
    expect(move("month", "2027-01-31", 1)).toBe("2027-02-28")
    expect(move("month", "2028-03-31", -1)).toBe("2028-02-29")
    expect(move("month", "2026-12-15", 1)).toBe("2027-01-15")
  })

  it("begins a week where the reader's region does", () => {
    expect(firstWeekday("en")).toBe(7)
    expect(firstWeekday("en", ["de-DE", "en-GB"])).toBe(1)
    expect(firstWeekday("en", ["en-US@posix", "en-GB"])).toBe(1)
    expect(firstWeekday("vi", ["en-US"])).toBe(1)
    expect(firstWeekday("es", ["es-MX"])).toBe(7)
  })

  it("is walked by keys", () => {
    expect(dayAfterKey("ArrowDown", "2026-11-28", 1)).toBe("2026-12-05")
    expect(dayAfterKey("ArrowLeft", "2026-11-01", 1)).toBe("2026-10-31")
    expect(dayAfterKey("Home", "2026-11-28", 7)).toBe("2026-11-22")
    expect(dayAfterKey("End", "2026-11-28", 7)).toBe("2026-11-28")
    expect(dayAfterKey("PageDown", "2026-11-28", 7)).toBe("2026-12-28")
    expect(dayAfterKey("x", "2026-11-28", 7)).toBeNull()
  })

  it("knows every day of a range once", () => {
    expect(daysOf({ from: "2026-02-27", to: "2026-03-02" })).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ])
  })
})

const slot = (values: Partial<CalendarSlot> = {}): CalendarSlot => ({
  id: "s1",
  starts_at: "2026-11-24T16:00:00Z",
  ends_at: "2026-11-24T18:00:00Z",
  capacity_orders: 10,
  reserved_orders: 4,
  booked: 3,
  delivered: 0,
  is_open: true,
  ...values,
})
const dayOf = (...slots: CalendarSlot[]) => ({
  districts: [{ id: "d1", name: "Mission", slots }],
})

describe("how full a day is", () => {
  it("sums its slots", () => {
    expect(loadOfDay(dayOf(slot(), slot({ reserved_orders: 1 })))).toEqual({
      reserved: 5,
      capacity: 20,
      state: "open",
      share: 0.25,
    })
  })

  it("is overbooked when one slot is, though another has room", () => {
    const load = loadOfSlots([slot({ reserved_orders: 11 }), slot()])
    expect(load).toMatchObject({ reserved: 15, capacity: 20, state: "over" })
  })

  it("has no room in a closed slot, but what is in it", () => {
    const closed = slot({ is_open: false })
    expect(loadOfSlots([closed])).toMatchObject({
      reserved: 4,
      capacity: 4,
      state: "full",
    })
    expect(kindOfDay(dayOf(closed))).toBe("open")
  })

  it("is closed when nothing is left of its slots, and none without any", () => {
    const gone = slot({ is_open: false, reserved_orders: 0, booked: 0 })
    expect(kindOfDay(dayOf(gone))).toBe("closed")
    expect(slotsOfDay(dayOf(gone))).toEqual([])
    expect(kindOfDay({ districts: [] })).toBe("none")
  })

  it("names the fullest districts where not all have room, in their order", () => {
    const loads = [1, 9, 0, 12, 2, 5]
    const districts = loads.map((reserved_orders, index) => ({
      id: `d${index}`,
      name: `District ${index}`,
      slots: [slot({ reserved_orders })],
    }))
    const { listed, more } = fullest(districts, 3)
    expect(listed.map(({ id }) => id)).toEqual(["d1", "d3", "d5"])
    expect(more).toBe(3)
    expect(
      fullest(
        districts.filter(({ id }) => id !== "d3"),
        1
      ).listed.map(({ id }) => id)
    ).toEqual(["d1"])
    const nothing = districts.map((each) => ({
      ...each,
      slots: [slot({ reserved_orders: 0 })],
    }))
    expect(fullest(nothing, 3)).toEqual({ listed: [], more: 6 })
    // A line "1 more" would say less than the district itself.
    expect(fullest(districts.slice(0, 4), 3)).toMatchObject({
      listed: { length: 4 },
      more: 0,
    })
  })

  it("puts slots of the same hours together", () => {
    const later = { ends_at: "2026-11-24T19:00:00Z" }
    const day = dayOf(slot({ id: "a", ...later }), slot({ id: "b" }))
    day.districts.push({ id: "d2", name: "Bay", slots: [slot({ id: "c" })] })
    expect(
      byHours(slotsOfDay(day)).map((group) => group.map(({ id }) => id))
    ).toEqual([["c", "b"], ["a"]])
  })

  it("knows how many places carts hold", () => {
    expect(heldPlaces(slot({ delivered: 1 }))).toBe(0)
    expect(heldPlaces(slot())).toBe(1)
  })
})

const closure = (
  values: Partial<AdminDeliveryException>
): AdminDeliveryException => ({
  id: "dexc_1",
  name: "Christmas",
  kind: "closed",
  district_id: null,
  window_id: null,
  starts_on: "2025-12-24",
  ends_on: "2025-12-26",
  repeats_yearly: false,
  starts_at: null,
  ends_at: null,
  cutoff_time: null,
  lead_days: null,
  capacity: { orders: null, weight_grams: null, minutes: null },
  price: null,
  created_at: "2025-01-01T00:00:00Z",
  updated_at: "2025-01-01T00:00:00Z",
  ...values,
})

describe("why a day is closed", () => {
  it("follows days of one year, of every year, and over New Year", () => {
    expect(covers(closure({}), "2025-12-26")).toBe(true)
    expect(covers(closure({}), "2026-12-26")).toBe(false)
    const yearly = closure({ repeats_yearly: true })
    expect(covers(yearly, "2031-12-24")).toBe(true)
    expect(covers(yearly, "2024-12-24")).toBe(false)
    const winter = closure({
      repeats_yearly: true,
      starts_on: "2025-12-30",
      ends_on: "2026-01-02",
    })
    expect(covers(winter, "2030-12-31")).toBe(true)
    expect(covers(winter, "2031-01-02")).toBe(true)
    expect(covers(winter, "2031-01-03")).toBe(false)
    expect(covers(winter, "2025-01-01")).toBe(false)
  })

  it("says what closes every district, or the one that is looked at", () => {
    const exceptions = [
      closure({}),
      closure({ name: "Road works", district_id: "d1" }),
      closure({ name: "Shorter", kind: "changed" }),
      closure({ name: "No evening", window_id: "w1" }),
    ]
    expect(closuresOn(exceptions, "2025-12-25", null)).toEqual(["Christmas"])
    expect(closuresOn(exceptions, "2025-12-25", "d1")).toEqual([
      "Christmas",
      "Road works",
    ])
    expect(closuresOn(exceptions, "2025-12-27", "d1")).toEqual([])
  })
})
