import { BOOKING_STATUSES } from "../booking-status"
import { deliveryStage } from "../delivery-stage"
import { fingerprintOf } from "../driver-action"
import {
  LIVING_STOPS,
  OPEN_STOPS,
  STOP_STATUSES,
  stopMovesTo,
} from "../route-status"

describe("stops", () => {
  it("never move on from delivered or removed", () => {
    for (const to of STOP_STATUSES) {
      expect(stopMovesTo(to)).not.toContain("delivered")
      expect(stopMovesTo(to)).not.toContain("removed")
    }
  })

  it("are delivered or fail while open only; a failure can be taken back", () => {
    expect(stopMovesTo("delivered")).toEqual([...OPEN_STOPS])
    expect(stopMovesTo("failed")).toEqual([...OPEN_STOPS])
    expect(stopMovesTo("pending")).toEqual(["arrived", "failed"])
  })

  it("keep a booking to themselves until they fail or are removed", () => {
    expect(LIVING_STOPS).toEqual(["pending", "arrived", "delivered"])
  })
})

describe("delivery stage", () => {
  const none = { stop_status: null, route_status: null }

  it("tells nothing of a cart, and what Medusa knows of an order without a route", () => {
    expect(
      BOOKING_STATUSES.map((status) => deliveryStage(status, none))
    ).toEqual([null, null, "booked", "delivered", "canceled"])
  })

  it("is on the way from the moment the driver starts, not before", () => {
    const pending = (route_status: "published" | "started") =>
      deliveryStage("booked", { stop_status: "pending", route_status })
    expect(pending("published")).toBe("booked")
    expect(pending("started")).toBe("on_the_way")
  })

  it("believes the booking before the stop", () => {
    const failed = {
      stop_status: "failed",
      route_status: "finished",
    } as const
    expect(deliveryStage("booked", failed)).toBe("failed")
    expect(deliveryStage("delivered", failed)).toBe("delivered")
    expect(deliveryStage("released", failed)).toBe("canceled")
  })
})

describe("fingerprint of an action", () => {
  it("tells apart what a driver would tell apart", () => {
    const prints = [
      fingerprintOf({ kind: "start" }),
      fingerprintOf({ kind: "arrived", stop_id: "a" }),
      fingerprintOf({ kind: "arrived", stop_id: "b" }),
      fingerprintOf({ kind: "reopen", stop_id: "a" }),
      fingerprintOf({ kind: "delivered", stop_id: "a", cash: null }),
      ...[20, 40].map((tendered) =>
        fingerprintOf({
          kind: "delivered",
          stop_id: "a",
          cash: { tendered, short_confirmed: false },
        })
      ),
      fingerprintOf({
        kind: "failed",
        stop_id: "a",
        reason: "refused",
        note: null,
      }),
    ]
    expect(new Set(prints).size).toBe(prints.length)
  })
})
