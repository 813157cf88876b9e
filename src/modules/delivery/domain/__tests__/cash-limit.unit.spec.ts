import fc from "fast-check"

import {
  CashPolicy,
  cashLimit,
  CustomerStanding,
  isAboveLimit,
  NO_CASH_POLICY,
  standingOf,
} from "../cash-limit"

const POLICY: CashPolicy = {
  limit: 200,
  new_customer_limit: 50,
  known_after_orders: 2,
  guest_limit: 30,
  refuse_after_failures: 2,
}
const KNOWN: CustomerStanding = {
  has_account: true,
  delivered: 2,
  failures_in_a_row: 0,
}

describe("cashLimit", () => {
  it("knows guests, new customers, known ones and those who did not take their orders", () => {
    expect(cashLimit(POLICY, null, KNOWN)).toEqual({
      limit: 200,
      reason: "shop",
    })
    expect(cashLimit(POLICY, null, { ...KNOWN, delivered: 1 })).toEqual({
      limit: 50,
      reason: "new_customer",
    })
    expect(cashLimit(POLICY, null, { ...KNOWN, has_account: false })).toEqual({
      limit: 30,
      reason: "guest",
    })
    expect(cashLimit(POLICY, 500, { ...KNOWN, failures_in_a_row: 2 })).toEqual({
      limit: 0,
      reason: "failed_deliveries",
    })
    expect(
      cashLimit(POLICY, null, { ...KNOWN, failures_in_a_row: 1 })?.limit
    ).toBe(200)
  })

  it("takes no cash in a district whose limit is 0", () => {
    expect(cashLimit(NO_CASH_POLICY, 0, KNOWN)).toEqual({
      limit: 0,
      reason: "district",
    })
  })

  it("limits nothing where nothing is set", () => {
    expect(cashLimit(NO_CASH_POLICY, null, KNOWN)).toBeNull()
  })

  const amount = fc.option(fc.integer({ min: 0, max: 1_000 }), { nil: null })
  const standing = fc.record({
    has_account: fc.boolean(),
    delivered: fc.integer({ min: 0, max: 20 }),
    failures_in_a_row: fc.integer({ min: 0, max: 20 }),
  })
  const policy = fc.record({
    limit: amount,
    new_customer_limit: amount,
    known_after_orders: fc.integer({ min: 0, max: 20 }),
    guest_limit: amount,
    refuse_after_failures: fc.option(fc.integer({ min: 1, max: 20 }), {
      nil: null,
    }),
  })

  it("never allows more than the shop or the district does, and never less for the better known", () => {
    const most = (...limit: Parameters<typeof cashLimit>) =>
      cashLimit(...limit)?.limit ?? Infinity
    fc.assert(
      fc.property(policy, amount, standing, (shop, district, customer) => {
        const limit = most(shop, district, customer)
        expect(limit).toBeLessThanOrEqual(shop.limit ?? Infinity)
        expect(limit).toBeLessThanOrEqual(district ?? Infinity)
        const better = {
          ...customer,
          delivered: customer.delivered + 1,
          failures_in_a_row: 0,
        }
        expect(most(shop, district, better)).toBeGreaterThanOrEqual(limit)
      })
    )
  })
})

describe("isAboveLimit", () => {
  it("allows exactly the limit, to the cent", () => {
    expect(isAboveLimit(0.1 + 0.2, 0.3)).toBe(false)
    expect(isAboveLimit(50.01, 50)).toBe(true)
  })

  it("refuses everything, even nothing, where no cash is taken", () => {
    expect(isAboveLimit(0, 0)).toBe(true)
  })
})

describe("standingOf", () => {
  it("counts what failed since something was handed over", () => {
    expect(
      standingOf(true, ["failed", "failed", "delivered", "failed"])
    ).toEqual({ has_account: true, delivered: 1, failures_in_a_row: 2 })
    expect(standingOf(false, ["failed"])).toEqual({
      has_account: false,
      delivered: 0,
      failures_in_a_row: 1,
    })
    expect(standingOf(true, [])).toMatchObject({ failures_in_a_row: 0 })
  })
})
