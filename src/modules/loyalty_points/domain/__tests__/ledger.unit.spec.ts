import fc from "fast-check"

import { earningOf } from "../earning"
import { coverOwed, takeFromLots } from "../lots"
import { DEFAULT_PROGRAM, programProblem } from "../program"

describe("takeFromLots", () => {
  it("takes what is asked or all there is, from the first lots first", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 10 }),
        fc.nat(800),
        (amounts, points) => {
          const lots = amounts.map((remaining, index) => ({
            id: `lot_${index}`,
            remaining,
          }))
          const { takings, missing } = takeFromLots(lots, points)
          const taken = takings.reduce((sum, taking) => sum + taking.points, 0)
          const all = amounts.reduce((sum, amount) => sum + amount, 0)
          expect(taken).toBe(Math.min(points, all))
          expect(missing).toBe(points - taken)
          // Every lot before the last one touched is empty.
          takings.slice(0, -1).forEach((taking, index) =>
            expect(taking).toEqual({
              lot_id: lots[index]?.id,
              points: lots[index]?.remaining,
            })
          )
        }
      )
    )
  })
})

describe("coverOwed", () => {
  it.each([
    [100, 0, { remaining: 100, covered: 0 }],
    [100, 30, { remaining: 70, covered: 30 }],
    [100, 130, { remaining: 0, covered: 100 }],
  ])("of %i new points covers a debt of %i", (points, owed, expected) => {
    expect(coverOwed(points, owed)).toEqual(expected)
  })
})

describe("earningOf", () => {
  const order = {
    id: "order_1",
    customer_id: "cus_1",
    currency_code: "usd",
    placed_at: new Date("2026-05-01T10:00:00Z"),
    lines: [
      { item_id: "a", quantity: 2, base: 60 },
      { item_id: "b", quantity: 1, base: 0.4 },
    ],
  }

  it("says what each line earned, when it can be spent and until when", () => {
    const rules = { ...DEFAULT_PROGRAM, points_per_unit: 1, expiry_months: 12 }
    expect(earningOf(order, rules, "UTC")).toEqual({
      order_id: "order_1",
      customer_id: "cus_1",
      points: 60,
      available_at: new Date("2026-05-15T10:00:00Z"),
      expires_at: new Date("2027-05-02T00:00:00Z"),
      detail: {
        currency_code: "usd",
        points_per_unit: 1,
        rounding: "order",
        lines: [{ item_id: "a", quantity: 2, base: 60, points: 60 }],
      },
    })
  })

  it("is nothing where no whole point comes together", () => {
    const rules = { ...DEFAULT_PROGRAM, points_per_unit: 0.01 }
    expect(earningOf(order, rules, "UTC")).toBeNull()
  })
})

describe("programProblem", () => {
  it.each([
    [27, 1, true],
    [28, 1, false],
    [365, null, true],
    [60, 2, false],
    [60, 3, true],
  ])("a window of %i days and %p months: fine is %p", (days, months, fine) => {
    const problem = programProblem({
      return_window_days: days,
      expiry_months: months,
    })
    expect(problem === null).toBe(fine)
  })
})
