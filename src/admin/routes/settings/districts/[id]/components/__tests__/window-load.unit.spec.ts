import type {
  AdminDeliveryWindow,
  DeliveryCalendarResponse,
} from "../../../../../../../sdk/types"
import { nextSlotOf } from "../window-load"

const window = (
  id: string,
  weekday: number,
  starts_at: string,
  ends_at: string
): AdminDeliveryWindow => ({
  id,
  district_id: "d1",
  weekday,
  starts_at,
  ends_at,
  capacity: { orders: 8, weight_grams: null, minutes: null },
  lead_days: 0,
  cutoff_time: "08:00",
  price: 0,
  is_active: true,
  minimum_order: null,
  free_over: null,
  early_group_ids: [],
  public_days: null,
})

const slot = (id: string, starts_at: string, ends_at: string, open = true) => ({
  id,
  starts_at,
  ends_at,
  capacity_orders: 8,
  reserved_orders: 3,
  booked: 2,
  delivered: 0,
  is_open: open,
})

const district = (slots: ReturnType<typeof slot>[]) => [
  { id: "d1", name: "Mission", slots },
]

/** Saturdays; on the first of November 2026 the clock in San Francisco goes back. */
const CALENDAR: DeliveryCalendarResponse = {
  time_zone: "America/Los_Angeles",
  days: [
    {
      date: "2026-10-31",
      districts: district([
        slot("begun", "2026-10-31T16:00:00Z", "2026-10-31T18:00:00Z"),
        slot("noon", "2026-10-31T19:00:00Z", "2026-10-31T21:00:00Z"),
      ]),
    },
    {
      date: "2026-11-01",
      districts: district([
        slot("sunday", "2026-11-01T17:00:00Z", "2026-11-01T19:00:00Z"),
      ]),
    },
    {
      date: "2026-11-07",
      districts: district([
        slot("morning", "2026-11-07T17:00:00Z", "2026-11-07T19:00:00Z"),
        slot("later", "2026-11-07T20:00:00Z", "2026-11-07T22:00:00Z", false),
      ]),
    },
  ],
}

describe("nextSlotOf", () => {
  it("finds each window's next slot by its day and hours in the shop's zone", () => {
    const next = nextSlotOf(
      [
        window("w_morning", 6, "09:00", "11:00"),
        window("w_noon", 6, "12:00", "14:00"),
        window("w_sunday", 7, "09:00", "11:00"),
        window("w_monday", 1, "09:00", "11:00"),
      ],
      CALENDAR,
      new Date("2026-10-31T17:00:00Z")
    )
    expect(
      Object.fromEntries([...next].map(([id, { id: slotId }]) => [id, slotId]))
    ).toEqual({ w_morning: "morning", w_noon: "noon", w_sunday: "sunday" })
    expect(next.get("w_morning")?.date).toBe("2026-11-07")
  })

  it("passes over slots that are no longer sold", () => {
    const next = nextSlotOf(
      [window("w_noon", 6, "12:00", "14:00")],
      { ...CALENDAR, days: CALENDAR.days.slice(1) },
      new Date("2026-10-31T17:00:00Z")
    )
    expect(next.size).toBe(0)
  })
})
