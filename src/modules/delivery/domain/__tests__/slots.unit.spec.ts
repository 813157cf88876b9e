import fc from "fast-check"

import { toInstant, toLocalDate } from "../local-time"
import { datedSlots, WindowRule } from "../slots"

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

  it("never lets the cut-off pass the start, whatever the window", () => {
    const time = fc
      .tuple(fc.nat(23), fc.constantFrom("00", "15", "30"))
      .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`)
    fc.assert(
      fc.property(
        time,
        time,
        time,
        fc.integer({ min: 1, max: 7 }),
        fc.nat(5),
        fc.constantFrom("UTC", "Europe/Berlin", "Asia/Ho_Chi_Minh", zone),
        (starts_at, ends_at, cutoff_time, weekday, lead_days, anyZone) => {
          const slots = datedSlots(
            window({ starts_at, ends_at, cutoff_time, weekday, lead_days }),
            now,
            60,
            anyZone
          )
          expect(slots.length).toBeGreaterThanOrEqual(8)
          for (const slot of slots) {
            expect(slot.cutoff_at <= slot.starts_at).toBe(true)
            expect(slot.ends_at > slot.starts_at).toBe(true)
            expect(toLocalDate(slot.starts_at, anyZone)).toBe(slot.date)
          }
        }
      ),
      { numRuns: 50 }
    )
  })
})
