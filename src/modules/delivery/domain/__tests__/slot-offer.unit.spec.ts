import { offSaleRefusal, slotOffer, termsRefusal } from "../slot-offer"

const now = new Date("2026-01-01T00:00:00Z")
const later = new Date("2026-01-01T00:00:01Z")
const slot = {
  id: "dslot_1",
  is_open: true,
  cutoff_at: later,
  capacity_orders: 2,
  reserved_orders: 1,
  capacity_weight_grams: null,
  reserved_weight_grams: 0,
  capacity_minutes: null,
  reserved_minutes: 0,
  minimum_order: null,
  early_group_ids: [],
  opens_at: null,
}
const buyer = { goods_value: 20, weight_grams: 500, customer_group_ids: [] }
const load = { weight_grams: 500, minutes: 10 }

const offer = (
  terms: Partial<Parameters<typeof slotOffer>[0]>,
  who: Partial<Parameters<typeof slotOffer>[1]> = {}
) => slotOffer({ ...slot, ...terms }, { ...buyer, ...who }, load, now)

describe("slotOffer", () => {
  it("is open until it is full, closed at the cut-off or when taken off sale", () => {
    expect(offer({})).toEqual({ state: "open", reason: null })
    for (const reserved_orders of [2, 3]) {
      expect(offer({ reserved_orders })).toEqual({
        state: "full",
        reason: null,
      })
    }
    expect(offer({ capacity_orders: 0, reserved_orders: 0 }).state).toBe("full")
    expect(offer({ cutoff_at: now })).toEqual({
      state: "closed",
      reason: "cut_off",
    })
    expect(offer({ is_open: false, cutoff_at: now })).toEqual({
      state: "closed",
      reason: null,
    })
  })

  it("is full for a cart that is too heavy, and for everybody without time for a stop", () => {
    const heavy = { capacity_weight_grams: 1_000, reserved_weight_grams: 501 }
    expect(offer(heavy)).toEqual({ state: "full", reason: "too_heavy" })
    expect(offer({ ...heavy, reserved_weight_grams: 500 }).state).toBe("open")
    expect(offer({ capacity_minutes: 30, reserved_minutes: 21 })).toEqual({
      state: "full",
      reason: null,
    })
    expect(offer({ capacity_minutes: 30, reserved_minutes: 20 }).state).toBe(
      "open"
    )
  })

  it("opens to everybody at its time, to early groups before", () => {
    const early = { opens_at: later, early_group_ids: ["vip"] }
    expect(offer(early)).toEqual({ state: "closed", reason: "not_yet" })
    expect(offer(early, { customer_group_ids: ["other"] }).state).toBe("closed")
    expect(offer(early, { customer_group_ids: ["other", "vip"] }).state).toBe(
      "open"
    )
    expect(offer({ ...early, opens_at: now }).state).toBe("open")
  })

  it("is for goods worth the minimum, not a cent less", () => {
    expect(offer({ minimum_order: 20.01 })).toEqual({
      state: "closed",
      reason: "below_minimum",
    })
    expect(offer({ minimum_order: 20 }).state).toBe("open")
  })
})

describe("refusals", () => {
  it("name their code and what to do", () => {
    expect(offSaleRefusal(slot, now)).toBeNull()
    expect(offSaleRefusal(slot, later)?.code).toBe("slot_closed")
    expect(offSaleRefusal({ ...slot, is_open: false }, now)?.code).toBe(
      "slot_closed"
    )
    expect(termsRefusal(slot, buyer, now)).toBeNull()
    expect(termsRefusal({ ...slot, opens_at: later }, buyer, now)).toEqual({
      code: "slot_not_yet",
      message: expect.stringContaining("2026-01-01T00:00:01.000Z"),
    })
    expect(termsRefusal({ ...slot, minimum_order: 50 }, buyer, now)).toEqual({
      code: "below_minimum",
      message: expect.stringMatching(/at least 50.*worth 20/),
    })
  })
})
