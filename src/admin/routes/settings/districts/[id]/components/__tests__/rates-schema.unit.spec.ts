import i18next from "i18next"

import resources from "../../../../../../i18n"
import {
  createRatesSchema,
  toRates,
  toRatesValues,
  type RatesValues,
} from "../rates-schema"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ resources, lng: "en", fallbackLng: "en" }))

const VALUES: RatesValues = {
  stop_minutes: "12",
  cash_limit: "100",
  weight_steps: [
    { over: "20", add: "6" },
    { over: "7,5", add: "2,50" },
  ],
  group_prices: [{ group_id: "cusgroup_1", percent: "20" }],
}

describe("district's rates form", () => {
  it("sends grams, the lightest step first", () => {
    expect(createRatesSchema(t).safeParse(VALUES).success).toBe(true)
    expect(toRates(VALUES)).toEqual({
      stop_minutes: 12,
      cash_limit: 100,
      rates: {
        weight_steps: [
          { over_grams: 7_500, add: 2.5 },
          { over_grams: 20_000, add: 6 },
        ],
        group_prices: [{ customer_group_id: "cusgroup_1", percent_off: 20 }],
      },
    })
  })

  it("tells no limit from no cash", () => {
    expect(toRates({ ...VALUES, cash_limit: "" }).cash_limit).toBeNull()
    expect(toRates({ ...VALUES, cash_limit: "0" }).cash_limit).toBe(0)
  })

  it("shows rates as they are stored", () => {
    const rates = toRates(VALUES)
    expect(toRates(toRatesValues(rates))).toEqual(rates)
  })

  it.each([
    [{ stop_minutes: "" }, ["stop_minutes"], "Whole minutes from 0 to 1440."],
    [{ cash_limit: "-1" }, ["cash_limit"], "An amount, 0, or nothing."],
    [
      {
        weight_steps: [
          { over: "5", add: "1" },
          { over: "5,0", add: "2" },
        ],
      },
      ["weight_steps", 1, "over"],
      "There is a step for this weight.",
    ],
    [
      { weight_steps: [{ over: "", add: "1" }] },
      ["weight_steps", 0, "over"],
      "Kilograms such as 10.",
    ],
    [
      { group_prices: [{ group_id: "", percent: "20" }] },
      ["group_prices", 0, "group_id"],
      "Choose a group.",
    ],
    [
      { group_prices: [{ group_id: "a", percent: "101" }] },
      ["group_prices", 0, "percent"],
      "From 0 to 100.",
    ],
    [
      {
        group_prices: [
          { group_id: "a", percent: "10" },
          { group_id: "a", percent: "20" },
        ],
      },
      ["group_prices", 1, "group_id"],
      "This group is there already.",
    ],
  ])("refuses %j", (change, path, message) => {
    const result = createRatesSchema(t).safeParse({ ...VALUES, ...change })
    expect(result.error?.issues).toContainEqual(
      expect.objectContaining({ path, message })
    )
  })
})
