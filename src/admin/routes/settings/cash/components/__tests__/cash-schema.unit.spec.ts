import type { TFunction } from "i18next"

import type { CashPolicy } from "../../../../../../sdk/types"
import { createCashSchema, toCashPolicy, toCashValues } from "../cash-schema"

const t = ((key: string) => key) as unknown as TFunction<"cornerstore">
const schema = createCashSchema(t)

const POLICY: CashPolicy = {
  limit: 200,
  guest_limit: 0,
  new_customer_limit: 49.9,
  known_after_orders: 2,
  refuse_after_failures: null,
}

describe("the form of the cash limits", () => {
  it("comes back as it went in: nothing is no limit, 0 is no cash", () => {
    const values = toCashValues(POLICY)
    expect(values).toMatchObject({
      guest_limit: "0",
      refuse_after_failures: "",
    })
    expect(toCashPolicy(schema.parse(values))).toEqual(POLICY)
  })

  it("takes a comma for a point", () => {
    const values = { ...toCashValues(POLICY), limit: " 49,95 " }
    expect(toCashPolicy(schema.parse(values)).limit).toBe(49.95)
  })

  it.each([
    ["limit", "-1"],
    ["limit", "a lot"],
    ["known_after_orders", ""],
    ["known_after_orders", "1.5"],
    ["known_after_orders", "1001"],
    ["refuse_after_failures", "0"],
  ])("refuses %s %s", (name, text) => {
    const parsed = schema.safeParse({ ...toCashValues(POLICY), [name]: text })
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([[name]])
  })
})
