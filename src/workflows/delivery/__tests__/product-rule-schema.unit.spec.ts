import {
  NO_RULE,
  ProductRule,
} from "../../../modules/delivery/domain/product-days"
import { productRuleSchema } from "../product-rule-schema"

const rule = (changes: Partial<ProductRule>): ProductRule => ({
  ...NO_RULE,
  ...changes,
})

describe("productRuleSchema", () => {
  it("takes the empty rule and sorts days without repeating them", () => {
    expect(productRuleSchema.parse(NO_RULE)).toEqual(NO_RULE)
    expect(
      productRuleSchema.parse(rule({ weekdays: [6, 2, 6] })).weekdays
    ).toEqual([2, 6])
    expect(
      productRuleSchema.parse(rule({ dates: ["2026-12-24", "2026-12-01"] }))
        .dates
    ).toEqual(["2026-12-01", "2026-12-24"])
  })

  it.each<[string, Partial<Record<keyof ProductRule, unknown>>]>([
    ["a day that is none", { available_from: "2026-02-30" }],
    [
      "a last day before the first",
      { available_from: "2026-12-02", available_until: "2026-12-01" },
    ],
    ["a weekday that is none", { weekdays: [0] }],
    ["weekdays and dates", { weekdays: [1], dates: ["2026-12-24"] }],
    [
      "a blackout that ends before it begins",
      { blackouts: ["2026-12-26/2026-12-24"] },
    ],
    [
      "a blackout of three days written out",
      { blackouts: ["2026-12-24/2026-12-25/2026-12-26"] },
    ],
    ["an empty blackout", { blackouts: [""] }],
    ["negative lead days", { lead_days: -1 }],
    ["half a piece", { daily_capacity: 1.5 }],
    ["a negative capacity", { daily_capacity: -1 }],
  ])("refuses %s", (_what, changes) => {
    expect(
      productRuleSchema.safeParse({ ...NO_RULE, ...changes }).success
    ).toBe(false)
  })
})
