import { BOOKING_STATUSES, canMove, movesTo } from "../booking-status"

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
})
