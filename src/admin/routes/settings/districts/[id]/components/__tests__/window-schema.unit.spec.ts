import i18next from "i18next"

import resources from "../../../../../../i18n"
import {
  createWindowSchema,
  emptyWindow,
  toWindowChange,
  toWindowValues,
} from "../window-schema"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ resources, lng: "en", fallbackLng: "en" }))

const VALUES = {
  weekday: "3",
  starts_at: "09:00",
  ends_at: "11:00",
  capacity: "8",
  lead_days: "1",
  cutoff_time: "20:00",
  price: "4,50",
  is_active: true,
}

describe("window form", () => {
  it("sends what was typed, decimal comma included", () => {
    expect(createWindowSchema(t).safeParse(VALUES).success).toBe(true)
    expect(toWindowChange(VALUES)).toEqual({
      weekday: 3,
      starts_at: "09:00",
      ends_at: "11:00",
      capacity: { orders: 8 },
      lead_days: 1,
      cutoff_time: "20:00",
      price: 4.5,
      is_active: true,
    })
  })

  it("shows a window as it is stored", () => {
    const change = toWindowChange(VALUES)
    const window = { ...change, id: "dwin_1", district_id: "d1" }
    expect(toWindowChange(toWindowValues(window))).toEqual(change)
  })

  it.each([
    ["ends_at", "09:00", "Must be later than the start."],
    ["starts_at", "", "Give a time."],
    ["capacity", "1.5", "A whole number, 0 or more."],
    ["lead_days", "61", "A whole number from 0 to 60."],
    ["price", "-1", "An amount such as 4.50, or 0."],
  ])("refuses %s of %j", (field, value, message) => {
    const result = createWindowSchema(t).safeParse({
      ...VALUES,
      [field]: value,
    })
    expect(result.error?.issues).toContainEqual(
      expect.objectContaining({ path: [field], message })
    )
  })

  it("starts on the day the link said", () => {
    expect(emptyWindow({ weekday: 5 }).weekday).toBe("5")
    expect(emptyWindow(null).weekday).toBe("1")
    expect(emptyWindow({ weekday: 9 }).weekday).toBe("1")
  })
})
