import {
  ACTIVE_STATUSES,
  BOOKING_STATUSES,
  canMove,
  movesTo,
  stageOf,
} from "../booking-status"

describe("booking status", () => {
  it("never comes back from released", () => {
    for (const to of BOOKING_STATUSES) {
      expect(canMove("released", to)).toBe(false)
    }
  })

  it("never releases what was delivered", () => {
    expect(canMove("delivered", "released")).toBe(false)
    expect(movesTo("delivered")).toEqual(["booked"])
  })

  it("books only what a cart has", () => {
    expect(movesTo("booked").sort()).toEqual(["committed", "held"])
    expect(movesTo("committed")).toEqual(["held"])
  })

  it("tells a customer nothing before there is an order", () => {
    expect(ACTIVE_STATUSES).toEqual([
      "held",
      "committed",
      "booked",
      "delivered",
    ])
    expect(BOOKING_STATUSES.map(stageOf)).toEqual([
      null,
      null,
      "booked",
      "delivered",
      "canceled",
    ])
  })
})
