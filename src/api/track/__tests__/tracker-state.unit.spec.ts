import { TrackedBooking } from "../../../modules/delivery/service"
import { toTrackerState } from "../tracker-state"

const booking: TrackedBooking = {
  id: "dbk_1",
  order_id: "order_1",
  stage: "booked",
  district_name: "Mission",
  date: "2026-11-26",
  starts_at: new Date("2026-11-27T00:00:00Z"),
  ends_at: new Date("2026-11-27T02:00:00Z"),
  stops_before: null,
  arrived_at: null,
  delivered_at: null,
  updated_at: new Date("2026-11-20T10:11:12.345Z"),
}

describe("toTrackerState", () => {
  it("shows the delivery, and no id by which one could ask for more", () => {
    const state = toTrackerState(booking, 1042, "America/Los_Angeles")
    expect(state).toEqual({
      stage: "booked",
      order_number: 1042,
      district: "Mission",
      date: "2026-11-26",
      starts_at: "2026-11-27T00:00:00.000Z",
      ends_at: "2026-11-27T02:00:00.000Z",
      time_zone: "America/Los_Angeles",
      stops_before: null,
      arrived_at: null,
      delivered_at: null,
      updated_at: "2026-11-20T10:11:12.345Z",
    })
    expect(JSON.stringify(state)).not.toMatch(/dbk_1|order_1/)
  })

  it("says when it was delivered", () => {
    expect(
      toTrackerState(
        {
          ...booking,
          stage: "delivered",
          delivered_at: new Date("2026-11-27T01:30:00Z"),
        },
        null,
        "UTC"
      )
    ).toMatchObject({
      stage: "delivered",
      delivered_at: "2026-11-27T01:30:00.000Z",
      order_number: null,
    })
  })
})
