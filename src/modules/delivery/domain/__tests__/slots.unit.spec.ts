import fc from "fast-check"
import { DateTime } from "luxon"

import { ExceptionRule } from "../exceptions"
import { toInstant, toLocalDate, weekdayOf } from "../local-time"
import { datedSlots, isOverbooked, scheduledSlots, WindowRule } from "../slots"

const window = (rule: Partial<WindowRule> = {}): WindowRule => ({
  id: "win",
  district_id: "dis",
  weekday: 7,
  starts_at: "10:00",
  ends_at: "12:00",
  capacity_orders: 8,
  lead_days: 1,
  cutoff_time: "18:00",
  price: 5,
  capacity_weight_grams: null,
  capacity_minutes: null,
  minimum_order: null,
  free_over: null,
  early_group_ids: [],
  public_days: null,
  ...rule,
})

const iso = (date: Date) => date.toISOString()

describe("toInstant", () => {
  it("keeps the wall time across both clock changes", () => {
    const zone = "America/Los_Angeles"
    expect(iso(toInstant("2026-03-07", "10:00", zone))).toBe(
      "2026-03-07T18:00:00.000Z"
    )
    expect(iso(toInstant("2026-03-08", "10:00", zone))).toBe(
      "2026-03-08T17:00:00.000Z"
    )
    expect(iso(toInstant("2026-11-01", "10:00", zone))).toBe(
      "2026-11-01T18:00:00.000Z"
    )
  })

  it("moves a skipped time on by an hour and takes the first of a repeated one", () => {
    const zone = "America/Los_Angeles"
    expect(iso(toInstant("2026-03-08", "02:30", zone))).toBe(
      "2026-03-08T10:30:00.000Z"
    )
    expect(iso(toInstant("2026-11-01", "01:30", zone))).toBe(
      "2026-11-01T08:30:00.000Z"
    )
  })
})

describe("datedSlots", () => {
  const now = new Date("2026-10-30T12:00:00Z")
  const zone = "America/Los_Angeles"

  it("makes one slot a week with its cut-off in local time on the day before", () => {
    const slots = datedSlots(window(), now, 14, zone)
    expect(slots.map(({ date }) => date)).toEqual(["2026-11-01", "2026-11-08"])
    // The clocks go back in the night of 1 November.
    expect(iso(slots[0].cutoff_at)).toBe("2026-11-01T01:00:00.000Z")
    expect(iso(slots[0].starts_at)).toBe("2026-11-01T18:00:00.000Z")
    expect(iso(slots[1].cutoff_at)).toBe("2026-11-08T02:00:00.000Z")
  })

  it("ends after midnight when the end is not after the start", () => {
    const [slot] = datedSlots(
      window({ starts_at: "22:00", ends_at: "01:00" }),
      now,
      7,
      zone
    )
    expect(slot.ends_at.getTime() - slot.starts_at.getTime()).toBe(3 * 3.6e6)
  })

  it("keeps its length when the clocks skip its start", () => {
    const night = new Date("2026-03-07T12:00:00Z")
    const lengths = [
      ["02:30", "03:15"],
      ["02:15", "02:45"],
      ["01:30", "03:30"],
      ["23:30", "02:30"],
    ].map(([starts_at, ends_at]) => {
      const weekday = starts_at === "23:30" ? 6 : 7
      const [slot] = datedSlots(
        window({ starts_at, ends_at, weekday }),
        night,
        1,
        zone
      )
      return (slot.ends_at.getTime() - slot.starts_at.getTime()) / 60_000
    })
    expect(lengths).toEqual([45, 30, 60, 180])
  })

  it("opens to everybody at midnight so many days before", () => {
    const [slot] = datedSlots(window({ public_days: 3 }), now, 7, zone)
    expect(slot.opens_at && iso(slot.opens_at)).toBe("2026-10-29T07:00:00.000Z")
    expect(datedSlots(window(), now, 7, zone)[0].opens_at).toBeNull()
  })

  it("never lets the cut-off pass the start, whatever window, zone and time of the year", () => {
    const time = fc
      .tuple(fc.nat(23), fc.constantFrom("00", "15", "30", "59"))
      .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`)
    // With switches at midnight, by half an hour, and in the other half of the year.
    const zones = [
      "UTC",
      "America/Los_Angeles",
      "America/Nuuk",
      "America/Santiago",
      "Africa/Cairo",
      "Asia/Ho_Chi_Minh",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "Europe/Berlin",
      "Pacific/Apia",
      "Pacific/Kiritimati",
    ]
    fc.assert(
      fc.property(
        fc.record({ starts_at: time, ends_at: time, cutoff_time: time }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(5),
        fc.option(fc.nat(40)),
        fc.constantFrom(...zones),
        fc.date({
          min: new Date("2026-01-01"),
          max: new Date("2032-01-01"),
          noInvalidDate: true,
        }),
        (times, weekday, lead_days, public_days, anyZone, anyTime) => {
          const slots = datedSlots(
            window({ ...times, weekday, lead_days, public_days }),
            anyTime,
            60,
            anyZone
          )
          expect(slots.length).toBeGreaterThanOrEqual(8)
          expect(slots[0].date >= toLocalDate(anyTime, anyZone)).toBe(true)
          for (const slot of slots) {
            const length = slot.ends_at.getTime() - slot.starts_at.getTime()
            expect(slot.cutoff_at <= slot.starts_at).toBe(true)
            expect(length).toBeGreaterThan(0)
            expect(length).toBeLessThanOrEqual(25 * 3.6e6)
            expect(weekdayOf(slot.date)).toBe(weekday)
            const wall = toLocalTime(slot.starts_at, anyZone)
            // A time that the clocks skip is moved on; every other is itself.
            expect(wall >= `${slot.date} ${times.starts_at}`).toBe(true)
            if (wall !== `${slot.date} ${times.starts_at}`) {
              expect(isSkipped(slot.date, times.starts_at, anyZone)).toBe(true)
            }
          }
        }
      ),
      { numRuns: 200 }
    )
  })
})

const toLocalTime = (instant: Date, zone: string) =>
  DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd HH:mm")

/** Luxon moves a wall time on that no clock shows. */
const isSkipped = (date: string, time: string, zone: string) =>
  DateTime.fromISO(`${date}T${time}`, { zone }).toFormat("HH:mm") !== time

describe("scheduledSlots", () => {
  const now = new Date("2026-10-30T12:00:00Z")
  const zone = "America/Los_Angeles"
  const exception = (change: Partial<ExceptionRule>): ExceptionRule => ({
    id: "dexc",
    kind: "closed",
    district_id: null,
    window_id: null,
    starts_on: "2026-11-01",
    ends_on: "2026-11-01",
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
  const slots = (...exceptions: ExceptionRule[]) =>
    scheduledSlots([window()], exceptions, { now, days: 14, zone })

  it("makes none on a closed day", () => {
    expect(slots(exception({})).map(({ date }) => date)).toEqual(["2026-11-08"])
    expect(slots(exception({ district_id: "other" }))).toHaveLength(2)
  })

  it("changes what is said and nothing else, on that day only", () => {
    const [plain, next] = slots()
    const changed = exception({
      kind: "changed",
      starts_at: "12:00",
      ends_at: "15:00",
      capacity_orders: 0,
      price: 0,
    })
    expect(slots(changed)).toEqual([
      {
        ...plain,
        starts_at: new Date("2026-11-01T20:00:00Z"),
        ends_at: new Date("2026-11-01T23:00:00Z"),
        capacity_orders: 0,
        price: 0,
      },
      next,
    ])
  })

  it("adds an extra window of the exception's own, unless its district is closed", () => {
    const extra = exception({
      id: "dexc_extra",
      kind: "extra",
      district_id: "dis",
      ends_on: "2026-11-02",
      starts_at: "08:00",
      ends_at: "09:00",
      cutoff_time: "06:00",
      capacity_orders: 2,
      price: 1,
    })
    const made = (...more: ExceptionRule[]) =>
      slots(extra, ...more)
        .filter(({ window_id }) => window_id === "dexc_extra")
        .map(({ date }) => date)
    expect(made()).toEqual(["2026-11-01", "2026-11-02"])
    expect(made(exception({}))).toEqual(["2026-11-01", "2026-11-02"])
    expect(made(exception({ district_id: "dis" }))).toEqual(["2026-11-02"])
    expect(slots(extra)[2]).toMatchObject({
      window_id: "dexc_extra",
      district_id: "dis",
      capacity_orders: 2,
      capacity_weight_grams: null,
      price: 1,
      minimum_order: null,
      opens_at: null,
      cutoff_at: new Date("2026-11-01T14:00:00Z"),
    })
  })
})

describe("isOverbooked", () => {
  const slot = {
    is_open: true,
    cutoff_at: new Date(),
    capacity_orders: 2,
    reserved_orders: 2,
    capacity_weight_grams: 100,
    reserved_weight_grams: 100,
    capacity_minutes: 10,
    reserved_minutes: 10,
  }

  it("holds more than it may in one of three, or anything while it is closed", () => {
    expect(isOverbooked(slot)).toBe(false)
    expect(isOverbooked({ ...slot, capacity_orders: 1 })).toBe(true)
    expect(isOverbooked({ ...slot, capacity_weight_grams: 99 })).toBe(true)
    expect(isOverbooked({ ...slot, capacity_minutes: 9 })).toBe(true)
    expect(isOverbooked({ ...slot, capacity_minutes: null })).toBe(false)
    expect(isOverbooked({ ...slot, is_open: false })).toBe(true)
    expect(isOverbooked({ ...slot, is_open: false, reserved_orders: 0 })).toBe(
      false
    )
  })
})
