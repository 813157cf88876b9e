import fc from "fast-check"

import { DeliveryRates } from "../rates"
import { slotPrice } from "../slot-price"

const RATES: DeliveryRates = {
  weight_steps: [
    { over_grams: 20_000, add: 9 },
    { over_grams: 5_000, add: 2 },
  ],
  group_prices: [
    { customer_group_id: "silver", percent_off: 10 },
    { customer_group_id: "gold", percent_off: 25 },
  ],
}
const slot = { price: 4.5, free_over: 50 }
const buyer = { goods_value: 10, weight_grams: 0, customer_group_ids: [] }

describe("slotPrice", () => {
  it("adds the highest weight step that is passed", () => {
    const price = (weight_grams: number) =>
      slotPrice(slot, RATES, { ...buyer, weight_grams }, 2)
    expect([0, 5_000, 5_001, 20_000, 20_001].map(price)).toEqual([
      4.5, 4.5, 6.5, 6.5, 13.5,
    ])
  })

  it("is nothing from the value on from which it is free, whatever it weighs", () => {
    const price = (goods_value: number) =>
      slotPrice(slot, RATES, { ...buyer, goods_value, weight_grams: 30_000 }, 2)
    expect([49.99, 50, 51].map(price)).toEqual([13.5, 0, 0])
    expect(
      slotPrice(
        { ...slot, free_over: null },
        RATES,
        { ...buyer, goods_value: 1e6 },
        2
      )
    ).toBe(4.5)
  })

  it("takes the largest percentage of the buyer's groups off the whole, rounded as the currency is", () => {
    const price = (groups: string[], digits = 2) =>
      slotPrice(
        slot,
        RATES,
        { ...buyer, weight_grams: 6_000, customer_group_ids: groups },
        digits
      )
    expect(price(["silver"])).toBe(5.85)
    expect(price(["silver", "gold", "other"])).toBe(4.88)
    expect(price(["gold"], 0)).toBe(5)
    expect(price(["gold"], 3)).toBe(4.875)
  })

  it("never rises with the value, the groups, or less weight, and is never negative", () => {
    const money = fc
      .integer({ min: 0, max: 10_000 })
      .map((cents) => cents / 100)
    const rates = fc.record({
      // Steps that rise with the weight, as every sensible list does.
      weight_steps: fc
        .uniqueArray(fc.tuple(fc.nat(50_000), money), {
          selector: ([over]) => over,
          maxLength: 5,
        })
        .map((steps) => {
          const adds = steps.map(([, add]) => add).sort((a, b) => a - b)
          return steps
            .map(([over_grams]) => over_grams)
            .sort((a, b) => a - b)
            .map((over_grams, index) => ({ over_grams, add: adds[index] }))
        }),
      group_prices: fc.uniqueArray(
        fc.record({
          customer_group_id: fc.constantFrom("a", "b", "c"),
          percent_off: fc.integer({ min: 0, max: 100 }),
        }),
        { selector: ({ customer_group_id }) => customer_group_id }
      ),
    })
    fc.assert(
      fc.property(
        fc.record({ price: money, free_over: fc.option(money) }),
        rates,
        fc.record({
          goods_value: money,
          weight_grams: fc.nat(60_000),
          customer_group_ids: fc.subarray(["a", "b", "c"]),
        }),
        money,
        fc.nat(10_000),
        fc.constantFrom("a", "b", "c"),
        (terms, list, who, more, grams, group) => {
          const price = slotPrice(terms, list, who, 2)
          expect(price).toBeGreaterThanOrEqual(0)
          expect(Number(price.toFixed(2))).toBe(price)
          const others = [
            { ...who, goods_value: who.goods_value + more },
            { ...who, customer_group_ids: [...who.customer_group_ids, group] },
            { ...who, weight_grams: Math.max(0, who.weight_grams - grams) },
          ]
          for (const other of others) {
            expect(slotPrice(terms, list, other, 2)).toBeLessThanOrEqual(price)
          }
        }
      )
    )
  })
})
