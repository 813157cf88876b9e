import type { TFunction } from "i18next"

import type { DeliveryRule } from "../../../../sdk/types"
import {
  createRuleSchema,
  toDayOrRange,
  toRuleInput,
  toRuleValues,
} from "../rule-schema"

const t = ((key: string) => key) as unknown as TFunction<"cornerstore">
const schema = createRuleSchema(t)

const RULE: DeliveryRule = {
  product_id: "prod_1",
  is_preorder: true,
  lead_days: 2,
  available_from: "2026-11-28",
  available_until: null,
  weekdays: [5, 6],
  dates: [],
  blackouts: ["2026-12-24/2026-12-26"],
  daily_capacity: 12,
  updated_at: "2026-11-21T00:00:00.000Z",
}

const problems = (changes: object) => {
  const parsed = schema.safeParse({ ...toRuleValues(RULE), ...changes })
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => [path[0], message])
}

describe("the form of a product's delivery days", () => {
  it("sends back the rule it was opened with", () => {
    const { product_id: _, updated_at: __, ...rule } = RULE
    expect(toRuleInput(schema.parse(toRuleValues(RULE)))).toEqual(rule)
  })

  it("opens empty for a product that goes on any day", () => {
    expect(toRuleInput(schema.parse(toRuleValues(null)))).toEqual({
      is_preorder: false,
      lead_days: 0,
      available_from: null,
      available_until: null,
      weekdays: [],
      dates: [],
      blackouts: [],
      daily_capacity: null,
    })
  })

  it("sends the days of the way that is chosen, and no others", () => {
    const values = toRuleValues(RULE)
    expect(toRuleInput({ ...values, mode: "any" }).weekdays).toEqual([])
    expect(
      toRuleInput({ ...values, mode: "dates", dates: ["2026-12-24"] })
    ).toMatchObject({ weekdays: [], dates: ["2026-12-24"] })
  })

  it("says beside the field what is wrong", () => {
    expect(problems({ lead_days: "soon" })).toEqual([
      ["lead_days", "productDays.errors.leadDays"],
    ])
    expect(problems({ daily_capacity: "1.5" })).toEqual([
      ["daily_capacity", "productDays.errors.capacity"],
    ])
    expect(problems({ weekdays: [] })).toEqual([
      ["weekdays", "productDays.errors.weekdays"],
    ])
    expect(problems({ mode: "dates" })).toEqual([
      ["dates", "productDays.errors.dates"],
    ])
    expect(problems({ available_until: "2026-11-27" })).toEqual([
      ["available_until", "productDays.errors.order"],
    ])
    expect(problems({ daily_capacity: "0" })).toEqual([])
  })

  it("writes one day as a day and several as first and last", () => {
    expect(toDayOrRange("2026-12-24", "")).toBe("2026-12-24")
    expect(toDayOrRange("2026-12-24", "2026-12-24")).toBe("2026-12-24")
    expect(toDayOrRange("2026-12-24", "2026-12-26")).toBe(
      "2026-12-24/2026-12-26"
    )
    expect(toDayOrRange("2026-12-26", "2026-12-24")).toBeNull()
    expect(toDayOrRange("", "2026-12-24")).toBeNull()
  })
})
