import i18next from "i18next"

import resources from "../../../../../i18n"
import {
  ALL,
  createExceptionSchema,
  emptyException,
  toExceptionInput,
  toExceptionValues,
  type ExceptionValues,
} from "../exception-schema"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ resources, lng: "en", fallbackLng: "en" }))

const CLOSED: ExceptionValues = {
  ...emptyException(null),
  name: "Christmas",
  starts_on: "2026-12-25",
}
const EXTRA: ExceptionValues = {
  ...CLOSED,
  name: "Christmas market",
  kind: "extra",
  district_id: "ddis_1",
  starts_on: "2026-12-20",
  ends_on: "2026-12-22",
  starts_at: "18:00",
  ends_at: "20:00",
  cutoff_time: "12:00",
  lead_days: "1",
  orders: "5",
  weight: "12,5",
  minutes: "60",
  price: "0",
}

const accepts = (values: ExceptionValues) =>
  createExceptionSchema(t).safeParse(values).success

describe("delivery day form", () => {
  it("closes one day for the whole shop, and says nothing else", () => {
    expect(accepts(CLOSED)).toBe(true)
    expect(toExceptionInput(CLOSED)).toEqual({
      name: "Christmas",
      kind: "closed",
      starts_on: "2026-12-25",
      ends_on: "2026-12-25",
      repeats_yearly: false,
      district_id: null,
      window_id: null,
      starts_at: null,
      ends_at: null,
      cutoff_time: null,
      lead_days: null,
      capacity: { orders: null, weight_grams: null, minutes: null },
      price: null,
    })
  })

  it("leaves out what was typed for another kind", () => {
    const closed = toExceptionInput({ ...EXTRA, kind: "closed" })
    expect(closed).toMatchObject({
      district_id: "ddis_1",
      starts_at: null,
      capacity: { orders: null, weight_grams: null, minutes: null },
      price: null,
    })
    // An extra window is of a district, and every window of no district is none.
    expect(
      toExceptionInput({ ...EXTRA, window_id: "dwin_1" }).window_id
    ).toBeNull()
    expect(
      toExceptionInput({
        ...EXTRA,
        kind: "changed",
        district_id: ALL,
        window_id: "dwin_1",
      }).window_id
    ).toBeNull()
  })

  it("sends an extra window with all it needs, and shows it as it is stored", () => {
    expect(accepts(EXTRA)).toBe(true)
    const input = toExceptionInput(EXTRA)
    expect(input).toMatchObject({
      ends_on: "2026-12-22",
      capacity: { orders: 5, weight_grams: 12_500, minutes: 60 },
      lead_days: 1,
      price: 0,
    })
    const stored = {
      ...input,
      id: "dexc_1",
      repeats_yearly: false,
      district_id: "ddis_1",
      window_id: null,
      starts_at: "18:00",
      ends_at: "20:00",
      cutoff_time: "12:00",
      lead_days: 1,
      capacity: { orders: 5, weight_grams: 12_500, minutes: 60 },
      price: 0,
      created_at: "2026-11-21T00:00:00Z",
      updated_at: "2026-11-21T00:00:00Z",
    }
    expect(toExceptionInput(toExceptionValues(stored))).toEqual(input)
  })

  it("lets a changed day say one thing only", () => {
    expect(accepts({ ...CLOSED, kind: "changed", cutoff_time: "08:00" })).toBe(
      true
    )
    expect(accepts({ ...CLOSED, kind: "changed", orders: "0" })).toBe(true)
  })

  it.each<[string, ExceptionValues, string, string]>([
    ["no name", { ...CLOSED, name: " " }, "name", "Give the day a name."],
    [
      "no day",
      { ...CLOSED, starts_on: "" },
      "starts_on",
      "Give a day that exists.",
    ],
    [
      "a day that is none",
      { ...CLOSED, starts_on: "2027-02-29" },
      "starts_on",
      "Give a day that exists.",
    ],
    [
      "an end before its start",
      { ...CLOSED, ends_on: "2026-12-24" },
      "ends_on",
      "Must not be before the first day.",
    ],
    [
      "a year that repeats yearly",
      { ...CLOSED, ends_on: "2027-12-25", repeats_yearly: true },
      "ends_on",
      "Days that repeat every year must be fewer than a year.",
    ],
    [
      "a change of nothing",
      { ...CLOSED, kind: "changed" },
      "kind",
      "Say below what is different on these days.",
    ],
    [
      "an extra window of no district",
      { ...EXTRA, district_id: ALL },
      "district_id",
      "An extra window belongs to one district.",
    ],
    [
      "an extra window without a price",
      { ...EXTRA, price: "" },
      "price",
      "An extra window needs this.",
    ],
    [
      "an extra window of no length",
      { ...EXTRA, ends_at: "18:00" },
      "ends_at",
      "Must not be the time of the start.",
    ],
  ])("refuses %s", (_what, values, path, message) => {
    const result = createExceptionSchema(t).safeParse(values)
    expect(result.error?.issues).toContainEqual(
      expect.objectContaining({ path: [path], message })
    )
  })
})
