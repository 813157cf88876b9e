import i18next from "i18next"

import type { AdminDeliveryException } from "../../../../../../sdk/types"
import resources from "../../../../../i18n"
import { changeTexts, daysText, scopeText } from "../exception-texts"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ resources, lng: "en", fallbackLng: "en" }))

const words = { t, locale: "en", currency: "usd" }

const exception = (
  change: Partial<AdminDeliveryException> = {}
): AdminDeliveryException => ({
  id: "dexc_1",
  name: "Christmas",
  kind: "changed",
  district_id: null,
  window_id: null,
  starts_on: "2026-12-24",
  ends_on: "2026-12-24",
  repeats_yearly: false,
  starts_at: null,
  ends_at: null,
  cutoff_time: null,
  lead_days: null,
  capacity: { orders: null, weight_grams: null, minutes: null },
  price: null,
  created_at: "2026-11-21T00:00:00Z",
  updated_at: "2026-11-21T00:00:00Z",
  ...change,
})

describe("a day unlike others in words", () => {
  it("names the days, and the year when it is another", () => {
    expect(daysText(exception(), "2026-11-21", "en")).toBe("Thu, Dec 24")
    expect(
      daysText(exception({ repeats_yearly: true }), "2026-12-25", "en")
    ).toBe("Fri, Dec 24, 2027")
    expect(
      daysText(exception({ ends_on: "2026-12-26" }), "2026-11-21", "en")
    ).toMatch(/^Thu, Dec 24\s–\sSat, Dec 26$/)
    // Over: the days it was.
    expect(daysText(exception(), "2027-01-01", "en")).toBe("Thu, Dec 24, 2026")
  })

  it("names what is different and nothing else", () => {
    expect(changeTexts(exception(), words)).toEqual([])
    expect(
      changeTexts(
        exception({ starts_at: "10:00", cutoff_time: "08:00" }),
        words
      )
    ).toEqual(["from 10:00 AM", "order until 8:00 AM"])
    expect(
      changeTexts(
        exception({
          starts_at: "22:00",
          ends_at: "01:00",
          cutoff_time: "12:00",
          lead_days: 1,
          capacity: { orders: 5, weight_grams: 12_500, minutes: 60 },
          price: 0,
        }),
        words
      )
    ).toEqual([
      "10:00 PM – 1:00 AM",
      "5 orders",
      "12.5 kg",
      "60 minutes",
      "order until 12:00 PM the day before",
      "Free",
    ])
  })

  it("says for whom, by id when the name is not known", () => {
    const at = (district_id: string | null, window_id: string | null = null) =>
      scopeText(exception({ district_id, window_id }), [], [], words)
    expect(at(null)).toBe("Whole shop")
    expect(at("ddis_1", "dwin_1")).toBe("ddis_1, dwin_1")
  })
})
