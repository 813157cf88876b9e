import i18next from "i18next"

import resources from "../../../../../../i18n"
import {
  copyOfWindow,
  createWindowSchema,
  emptyWindow,
  endsNextDay,
  saysMore,
  toWindowChanges,
  toWindowValues,
  type WindowValues,
} from "../window-schema"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ resources, lng: "en", fallbackLng: "en" }))

const VALUES: WindowValues = {
  weekdays: ["6", "3"],
  starts_at: "09:00",
  ends_at: "11:00",
  capacity: "8",
  lead_days: "1",
  cutoff_time: "20:00",
  price: "4,50",
  is_active: true,
  capacity_weight: "40,5",
  capacity_minutes: "120",
  minimum_order: "20",
  free_over: "50",
  early_group_ids: ["cusgroup_gold"],
  public_days: "3",
}

describe("window form", () => {
  it("sends one window for each weekday, weights in grams", () => {
    expect(createWindowSchema(t).safeParse(VALUES).success).toBe(true)
    const changes = toWindowChanges(VALUES)
    expect(changes.map(({ weekday }) => weekday)).toEqual([3, 6])
    expect(changes[0]).toEqual({
      weekday: 3,
      starts_at: "09:00",
      ends_at: "11:00",
      capacity: { orders: 8, weight_grams: 40_500, minutes: 120 },
      lead_days: 1,
      cutoff_time: "20:00",
      price: 4.5,
      is_active: true,
      minimum_order: 20,
      free_over: 50,
      early_group_ids: ["cusgroup_gold"],
      public_days: 3,
    })
  })

  it("sends what is left empty as no limit", () => {
    const values = {
      ...emptyWindow("1"),
      starts_at: "09:00",
      ends_at: "11:00",
      capacity: "8",
      cutoff_time: "20:00",
    }
    expect(createWindowSchema(t).safeParse(values).success).toBe(true)
    expect(saysMore(values)).toBe(false)
    expect(toWindowChanges(values)).toEqual([
      expect.objectContaining({
        capacity: { orders: 8, weight_grams: null, minutes: null },
        minimum_order: null,
        free_over: null,
        early_group_ids: [],
        public_days: null,
      }),
    ])
  })

  it("shows a window as it is stored, and copies all but its day", () => {
    const [change] = toWindowChanges({ ...VALUES, weekdays: ["3"] })
    if (!change) {
      throw new Error("No window was made")
    }
    const window = { ...change, id: "dwin_1", district_id: "d1" }
    expect(toWindowChanges(toWindowValues(window))).toEqual([change])
    expect(saysMore(toWindowValues(window))).toBe(true)
    expect(copyOfWindow(window)).toEqual({
      ...toWindowValues(window),
      weekdays: [],
    })
  })

  it.each([
    ["weekdays", [], "Choose at least one day."],
    ["ends_at", "09:00", "Must not be the time of the start."],
    ["starts_at", "", "Give a time."],
    ["capacity", "1.5", "A whole number, 0 or more."],
    ["lead_days", "61", "A whole number from 0 to 60."],
    ["price", "-1", "An amount such as 4.50, or 0."],
    ["price", "", "An amount such as 4.50, or 0."],
    ["capacity_weight", "heavy", "Kilograms such as 40 or 2.5, or nothing."],
    ["capacity_minutes", "1.5", "Whole minutes, or nothing."],
    ["minimum_order", "-5", "An amount such as 4.50, or 0."],
    ["public_days", "366", "A whole number from 0 to 365."],
    [
      "public_days",
      "",
      "Say how many days ahead everybody else may book, or choose no group.",
    ],
  ])("refuses %s of %j", (field, value, message) => {
    const result = createWindowSchema(t).safeParse({
      ...VALUES,
      [field]: value,
    })
    expect(result.error?.issues).toContainEqual(
      expect.objectContaining({ path: [field], message })
    )
  })

  it("lets a window go over midnight, and knows it", () => {
    const late = { ...VALUES, starts_at: "22:00", ends_at: "01:00" }
    expect(createWindowSchema(t).safeParse(late).success).toBe(true)
    expect(endsNextDay("22:00", "01:00")).toBe(true)
    expect(endsNextDay("09:00", "11:00")).toBe(false)
    expect(endsNextDay("09:00", "")).toBe(false)
  })

  it("starts on the day the link said", () => {
    expect(emptyWindow("5").weekdays).toEqual(["5"])
    expect(emptyWindow(null).weekdays).toEqual([])
    expect(emptyWindow("9").weekdays).toEqual([])
  })
})
