import i18next from "i18next"

import resources from "../../../../../../i18n"
import { capacityText, conditionTexts } from "../window-texts"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ resources, lng: "en", fallbackLng: "en" }))

const words = {
  t,
  locale: "en",
  currency: "usd",
  groups: [{ id: "cusgroup_1", name: "Gold" }],
}

describe("a window in words", () => {
  it("names only the limits there are", () => {
    expect(
      capacityText(
        { capacity: { orders: 1, weight_grams: null, minutes: null } },
        words
      )
    ).toBe("1 order")
    expect(
      capacityText(
        { capacity: { orders: 8, weight_grams: 40_500, minutes: 120 } },
        words
      )
    ).toBe("8 orders, 40.5 kg, 120 minutes")
  })

  it("says nothing about a plain window", () => {
    expect(
      conditionTexts(
        {
          minimum_order: null,
          free_over: null,
          early_group_ids: [],
          public_days: null,
        },
        words
      )
    ).toEqual([])
  })

  it("names amounts, and who books before everybody else", () => {
    expect(
      conditionTexts(
        {
          minimum_order: 20,
          free_over: 50,
          early_group_ids: ["cusgroup_1", "cusgroup_gone"],
          public_days: 3,
        },
        words
      )
    ).toEqual([
      "from $20.00",
      "free over $50.00",
      "Gold, cusgroup_gone first, everybody 3 days ahead",
    ])
  })
})
