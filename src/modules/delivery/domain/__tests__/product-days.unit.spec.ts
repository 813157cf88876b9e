import fc from "fast-check"

import { addDays, toLocalDate, weekdayOf } from "../local-time"
import {
  daysBetween,
  isDayOrRange,
  NO_RULE,
  nextProductDays,
  piecesLeft,
  productDayDeltas,
  productRefusal,
  ProductRule,
  ruleProblem,
  productsThatRefuse,
} from "../product-days"

const rule = (changes: Partial<ProductRule> = {}): ProductRule => ({
  ...NO_RULE,
  ...changes,
})

/** 2026-11-21 is a Saturday. */
const SATURDAY = "2026-11-21"

const day = fc.nat(1500).map((days) => addDays("2026-01-01", days))
const anyRule: fc.Arbitrary<ProductRule> = fc
  .record({
    is_preorder: fc.boolean(),
    lead_days: fc.nat(20),
    available_from: fc.option(day),
    available_until: fc.option(day),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    dates: fc.uniqueArray(day, { maxLength: 20 }),
    blackouts: fc.array(
      fc
        .tuple(day, fc.nat(20))
        .map(([first, more]) =>
          more ? `${first}/${addDays(first, more)}` : first
        ),
      { maxLength: 10 }
    ),
    daily_capacity: fc.option(fc.nat(50)),
  })
  .filter((each) => ruleProblem(each) === null)

describe("productRefusal", () => {
  it("lets a product without a rule go on any day from the day of the order", () => {
    expect(productRefusal(NO_RULE, SATURDAY, SATURDAY)).toBeNull()
    expect(productRefusal(NO_RULE, "2031-01-01", SATURDAY)).toBeNull()
    expect(productRefusal(NO_RULE, "2026-11-20", SATURDAY)).toBe("too_soon")
  })

  it("counts lead days from the day of the order", () => {
    const cake = rule({ lead_days: 2 })
    expect(productRefusal(cake, "2026-11-22", SATURDAY)).toBe("too_soon")
    expect(productRefusal(cake, "2026-11-23", SATURDAY)).toBeNull()
  })

  it("knows first and last day, both included", () => {
    const stollen = rule({
      available_from: "2026-11-28",
      available_until: "2026-12-24",
    })
    expect(productRefusal(stollen, "2026-11-27", SATURDAY)).toBe(
      "before_first_day"
    )
    expect(productRefusal(stollen, "2026-11-28", SATURDAY)).toBeNull()
    expect(productRefusal(stollen, "2026-12-24", SATURDAY)).toBeNull()
    expect(productRefusal(stollen, "2026-12-25", SATURDAY)).toBe(
      "after_last_day"
    )
  })

  it("knows weekdays, single dates and blackouts", () => {
    expect(productRefusal(rule({ weekdays: [5] }), SATURDAY, SATURDAY)).toBe(
      "not_on_weekday"
    )
    expect(
      productRefusal(rule({ dates: ["2026-12-24"] }), SATURDAY, SATURDAY)
    ).toBe("not_on_date")
    const closed = rule({ blackouts: ["2026-12-24/2026-12-26", "2027-01-01"] })
    expect(
      daysBetween("2026-12-23", "2027-01-02").filter((date) =>
        productRefusal(closed, date, SATURDAY)
      )
    ).toEqual(["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"])
  })

  it("meets 29 February in a leap year only", () => {
    const leap = rule({ dates: ["2028-02-29"] })
    expect(productRefusal(leap, "2028-02-29", "2028-02-01")).toBeNull()
    expect(
      productRefusal(rule({ lead_days: 2 }), "2028-03-01", "2028-02-28")
    ).toBe(null)
    expect(
      productRefusal(rule({ lead_days: 2 }), "2027-03-01", "2027-02-28")
    ).toBe("too_soon")
  })

  it.each([
    // The night in which clocks go forward, and the one in which they go back.
    ["America/Los_Angeles", "2026-03-08T07:30:00Z", "2026-03-07", "2026-03-09"],
    ["America/Los_Angeles", "2026-11-01T06:30:00Z", "2026-10-31", "2026-11-02"],
    ["Europe/Berlin", "2026-03-28T22:30:00Z", "2026-03-28", "2026-03-30"],
    ["Europe/Berlin", "2026-10-24T21:30:00Z", "2026-10-24", "2026-10-26"],
    ["Asia/Ho_Chi_Minh", "2026-03-28T17:30:00Z", "2026-03-29", "2026-03-31"],
  ])(
    "in %s an order at %s is of %s, two days ahead is %s",
    (zone, instant, orderedOn, first) => {
      expect(toLocalDate(new Date(instant), zone)).toBe(orderedOn)
      expect(nextProductDays(rule({ lead_days: 2 }), orderedOn, 1, 30)).toEqual(
        [first]
      )
    }
  )

  it("lets nothing through that one of its conditions refuses", () => {
    fc.assert(
      fc.property(anyRule, day, day, (any, date, orderedOn) => {
        const blackout = any.blackouts
          .flatMap((text) => {
            const [first, last = first] = text.split("/")
            return daysBetween(first, last)
          })
          .includes(date)
        const expected =
          date >= addDays(orderedOn, any.lead_days) &&
          date >= (any.available_from ?? date) &&
          date <= (any.available_until ?? date) &&
          (!any.weekdays.length || any.weekdays.includes(weekdayOf(date))) &&
          (!any.dates.length || any.dates.includes(date)) &&
          !blackout
        expect(productRefusal(any, date, orderedOn) === null).toBe(expected)
      })
    )
  })
})

describe("nextProductDays", () => {
  it("finds the first days, in order, and never one that is refused", () => {
    fc.assert(
      fc.property(anyRule, day, fc.nat(5), (any, orderedOn, wanted) => {
        const days = nextProductDays(any, orderedOn, wanted, 120)
        const all = daysBetween(orderedOn, addDays(orderedOn, 120)).filter(
          (date) => !productRefusal(any, date, orderedOn)
        )
        expect(days).toEqual(all.slice(0, wanted))
      })
    )
  })

  it("finds none when the last day is over", () => {
    expect(
      nextProductDays(rule({ available_until: "2026-11-20" }), SATURDAY, 3, 365)
    ).toEqual([])
  })
})

describe("ruleProblem", () => {
  it("finds parts that contradict each other", () => {
    expect(ruleProblem(NO_RULE)).toBeNull()
    expect(
      ruleProblem(
        rule({ available_from: "2026-12-02", available_until: "2026-12-01" })
      )?.field
    ).toBe("available_until")
    expect(
      ruleProblem(rule({ weekdays: [1], dates: ["2026-12-24"] }))?.field
    ).toBe("dates")
  })

  it("knows a day and a range of days by what is in the calendar", () => {
    expect(isDayOrRange("2028-02-29")).toBe(true)
    expect(isDayOrRange("2027-02-29")).toBe(false)
    expect(isDayOrRange("2026-12-24/2026-12-26")).toBe(true)
    expect(isDayOrRange("2026-12-26/2026-12-24")).toBe(false)
    expect(isDayOrRange("2026-12-24/2026-12-25/2026-12-26")).toBe(false)
    expect(isDayOrRange("")).toBe(false)
  })
})

describe("productsThatRefuse", () => {
  const known = new Map([
    [
      "cake",
      {
        rule: rule({ lead_days: 1, daily_capacity: 5 }),
        reserved: new Map([["2026-11-22", 4]]),
      },
    ],
  ])
  const refuse = (quantity: number, date: string) =>
    productsThatRefuse(
      [
        { product_id: "bread", quantity: 9 },
        { product_id: "cake", quantity },
      ],
      known,
      date,
      SATURDAY
    )

  it("names those with the wrong day or too few left, and no others", () => {
    expect(refuse(1, SATURDAY)).toEqual([
      { product_id: "cake", reason: "too_soon" },
    ])
    expect(refuse(1, "2026-11-22")).toEqual([])
    expect(refuse(2, "2026-11-22")).toEqual([
      { product_id: "cake", reason: "sold_out" },
    ])
    expect(refuse(5, "2026-11-23")).toEqual([])
  })

  it("never says that fewer than none are left", () => {
    expect(piecesLeft({ daily_capacity: 3 }, 5)).toBe(0)
    expect(piecesLeft({ daily_capacity: null }, 5)).toBeNull()
    expect(piecesLeft({ daily_capacity: 0 }, 0)).toBe(0)
  })
})

describe("productDayDeltas", () => {
  const pieces = fc.array(
    fc.record({
      product_id: fc.constantFrom("a", "b", "c"),
      date: fc.constantFrom("2026-11-21", "2026-11-22"),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 12 }
  )

  it("adds up to what is taken less what is given, in one order", () => {
    fc.assert(
      fc.property(pieces, pieces, (given, taken) => {
        const deltas = productDayDeltas(given, taken)
        const sum = (all: { quantity: number }[]) =>
          all.reduce((total, { quantity }) => total + quantity, 0)
        expect(deltas.reduce((total, { delta }) => total + delta, 0)).toBe(
          sum(taken) - sum(given)
        )
        const keys = deltas.map(
          ({ product_id, date }) => `${product_id} ${date}`
        )
        expect(keys).toEqual([...new Set(keys)].sort())
        expect(productDayDeltas(given, given)).toEqual([])
      })
    )
  })
})
