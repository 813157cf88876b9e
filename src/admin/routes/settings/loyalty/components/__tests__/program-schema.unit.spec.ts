import i18next from "i18next"

import {
  createProgramSchema,
  toProgramChanges,
  toProgramValues,
} from "../program-schema"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ lng: "en" }))

const values = {
  is_active: true,
  points_per_unit: "1",
  rounding: "order" as const,
  return_window_days: "14",
  expiry_months: "12",
}
const judge = (change: Partial<typeof values>) =>
  createProgramSchema(t).safeParse({ ...values, ...change }).success

describe("the programme form", () => {
  it.each([
    [{ points_per_unit: "0.25" }, true],
    [{ points_per_unit: "0,5" }, true],
    [{ points_per_unit: "-1" }, false],
    [{ points_per_unit: "1e3" }, false],
    [{ points_per_unit: "" }, false],
    [{ return_window_days: "0" }, true],
    [{ return_window_days: "366" }, false],
    [{ return_window_days: "1.5" }, false],
    [{ expiry_months: "" }, true],
    [{ expiry_months: "0" }, false],
    [{ expiry_months: "1", return_window_days: "30" }, false],
    [{ expiry_months: "2", return_window_days: "30" }, true],
  ])("of %j is fine: %p", (change, fine) => {
    expect(judge(change)).toBe(fine)
  })

  it("sends what was typed, in any decimal mark, and nothing for never", () => {
    expect(
      toProgramChanges({
        ...values,
        points_per_unit: " 0,5 ",
        expiry_months: "",
      })
    ).toEqual({
      is_active: true,
      points_per_unit: 0.5,
      rounding: "order",
      return_window_days: 14,
      expiry_months: null,
    })
  })

  it("shows what is set", () => {
    expect(
      toProgramValues({
        is_active: true,
        active_since: null,
        points_per_unit: 0.5,
        rounding: "line",
        return_window_days: 0,
        expiry_months: null,
      })
    ).toEqual({
      is_active: true,
      points_per_unit: "0.5",
      rounding: "line",
      return_window_days: "0",
      expiry_months: "",
    })
  })
})
