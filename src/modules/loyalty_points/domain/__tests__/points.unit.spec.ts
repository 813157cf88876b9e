import fc from "fast-check"

import { pointsOfLines, pointsToReverse, sumOfPoints } from "../points"

const line = (item_id: string, base: number, quantity = 1) => ({
  item_id,
  base,
  quantity,
})

const orders = fc.record({
  lines: fc
    .array(
      fc.record({
        cents: fc.nat(50_000),
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 12 }
    )
    .map((items) =>
      items.map(({ cents, quantity }, index) =>
        line(`item_${index}`, cents / 100, quantity)
      )
    ),
  rate: fc
    .integer({ min: 0, max: 5_000 })
    .map((hundredths) => hundredths / 100),
  rounding: fc.constantFrom("order" as const, "line" as const),
})

describe("pointsOfLines", () => {
  it.each([
    ["a whole amount", [30], 1, 30],
    ["a fraction, which is dropped", [29.99], 1, 29],
    ["an amount that binary fractions miss", [19.99], 100, 1999],
    ["another one", [1.1], 30, 33],
    ["a price from which tax was divided out", [119 / 1.19], 1, 100],
    ["thirds that make a whole", [10 / 3, 10 / 3, 10 / 3], 1, 10],
    ["half a point a unit", [1], 0.5, 0],
    ["a discount above the price", [-5, 8], 1, 8],
    ["nothing", [], 1, 0],
  ])("gives points for %s", (_, bases, rate, points) => {
    const lines = bases.map((base, index) => line(`item_${index}`, base))
    expect(sumOfPoints(pointsOfLines(lines, rate, "order"))).toBe(points)
  })

  it("drops the fraction of every line, or of the order", () => {
    const lines = [line("a", 1.5), line("b", 1.4), line("c", 1.3)]
    const points = (rounding: "order" | "line") =>
      pointsOfLines(lines, 1, rounding).map((earned) => earned.points)
    expect(points("line")).toEqual([1, 1, 1])
    expect(points("order")).toEqual([2, 1, 1])
  })

  it("shares out exactly the order's whole points, each line within one of its own", () => {
    fc.assert(
      fc.property(orders, ({ lines, rate, rounding }) => {
        const earned = pointsOfLines(lines, rate, rounding)
        // Cents times hundredths of a point, so that integers tell the truth.
        const exact = (base: number) =>
          Math.round(base * 100) * Math.round(rate * 100)
        const whole = (value: number) => Math.floor(value / 10_000)
        const sum = lines.reduce((total, { base }) => total + exact(base), 0)
        expect(sumOfPoints(earned)).toBe(
          rounding === "order"
            ? whole(sum)
            : lines.reduce((total, { base }) => total + whole(exact(base)), 0)
        )
        for (const { base, points } of earned) {
          const more = points - whole(exact(base))
          expect([0, rounding === "order" ? 1 : 0]).toContain(more)
        }
      })
    )
  })
})

describe("pointsToReverse", () => {
  it("loses nothing of a kept order and everything of a canceled one", () => {
    fc.assert(
      fc.property(orders, ({ lines, rate, rounding }) => {
        const earned = pointsOfLines(lines, rate, rounding)
        const all = new Map(
          lines.map(({ item_id, quantity }) => [item_id, quantity])
        )
        expect(pointsToReverse(earned, all)).toBe(0)
        expect(pointsToReverse(earned, new Map())).toBe(sumOfPoints(earned))
      })
    )
  })

  it("only ever loses more as more is returned, and never more than was earned", () => {
    fc.assert(
      fc.property(
        orders,
        fc.array(fc.nat(11), { maxLength: 60 }),
        ({ lines, rate, rounding }, returned) => {
          const earned = pointsOfLines(lines, rate, rounding)
          const kept = new Map(
            lines.map(({ item_id, quantity }) => [item_id, quantity])
          )
          let before = 0
          for (const index of returned) {
            const id = `item_${index % lines.length}`
            kept.set(id, Math.max(0, (kept.get(id) ?? 0) - 1))
            const lost = pointsToReverse(earned, kept)
            expect(lost).toBeGreaterThanOrEqual(before)
            expect(lost).toBeLessThanOrEqual(sumOfPoints(earned))
            before = lost
          }
        }
      )
    )
  })

  it("takes a line's points pro rata, the fraction with the returned part", () => {
    const earned = [{ ...line("a", 10, 3), points: 10 }]
    const lost = [3, 2, 1, 0].map((kept) =>
      pointsToReverse(earned, new Map([["a", kept]]))
    )
    expect(lost).toEqual([0, 4, 7, 10])
  })

  it("gives nothing for a quantity that was raised after the order", () => {
    const earned = [{ ...line("a", 10, 2), points: 10 }]
    expect(pointsToReverse(earned, new Map([["a", 5]]))).toBe(0)
  })
})
