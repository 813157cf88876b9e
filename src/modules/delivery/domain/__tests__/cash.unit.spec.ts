import fc from "fast-check"

import { countCash, exact } from "../cash"

const cents = fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100)

describe("countCash", () => {
  it("gives change for too much and counts what is missing of too little", () => {
    expect(countCash(34.5, 40)).toEqual({
      due: 34.5,
      tendered: 40,
      change: 5.5,
      amount: 34.5,
      difference: 0,
    })
    expect(countCash(34.5, 30)).toMatchObject({
      change: 0,
      amount: 30,
      difference: -4.5,
    })
    expect(countCash(0.3, 0.1 + 0.2)).toMatchObject({ change: 0, amount: 0.3 })
  })

  it("never keeps more than is due, and loses not a cent", () => {
    fc.assert(
      fc.property(cents, cents, (due, tendered) => {
        const cash = countCash(due, tendered)
        expect(cash.amount).toBeLessThanOrEqual(due)
        expect(exact(cash.amount + cash.change)).toBe(tendered)
        expect(exact(cash.due + cash.difference)).toBe(cash.amount)
        expect(cash.difference).toBeLessThanOrEqual(0)
        expect(cash.change === 0 || cash.difference === 0).toBe(true)
      })
    )
  })
})
