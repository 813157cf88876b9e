import type { AdminBooking } from "../../../../../sdk/types"
import { countOverdue, isFull, nextSlots, slotLink } from "../slot-load"

const booking = (
  id: string,
  slot: Partial<AdminBooking["slot"]> = {}
): AdminBooking => ({
  id,
  status: "booked",
  stage: "booked",
  order_id: null,
  cart_id: null,
  delivered_at: null,
  created_at: "2026-11-20T00:00:00Z",
  slot: {
    id: `slot_${id}`,
    date: "2026-11-21",
    starts_at: "2026-11-21T18:00:00Z",
    ends_at: "2026-11-21T20:00:00Z",
    capacity_orders: 8,
    reserved_orders: 2,
    ...slot,
  },
  district: { id: "d1", name: "Mission" },
  order: null,
  route: null,
})

describe("nextSlots", () => {
  const now = new Date("2026-11-21T19:00:00Z")

  it("shows each slot once, soonest first, and none that has ended", () => {
    const slots = nextSlots(
      [
        booking("late", {
          starts_at: "2026-11-21T22:00:00Z",
          ends_at: "2026-11-21T23:00:00Z",
        }),
        booking("a", { id: "slot_now" }),
        booking("b", { id: "slot_now" }),
        booking("over", { ends_at: "2026-11-21T18:30:00Z" }),
      ],
      now
    )
    expect(slots.map(({ id }) => id)).toEqual(["slot_now", "slot_late"])
  })

  it("counts what should have been delivered by now", () => {
    const ended = { ends_at: "2026-11-21T18:30:00Z" }
    expect(
      countOverdue(
        [
          booking("late", ended),
          { ...booking("done", ended), status: "delivered" },
          booking("next"),
        ],
        now
      )
    ).toBe(1)
  })

  it("is full at its capacity and links to its day and district", () => {
    const [slot] = nextSlots([booking("a", { reserved_orders: 8 })], now)
    expect(slot && isFull(slot)).toBe(true)
    expect(slot && decodeURIComponent(slotLink(slot))).toBe(
      '/deliveries?date_from=2026-11-21&date_to=2026-11-21&district_id=["d1"]'
    )
  })
})
