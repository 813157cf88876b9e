import fc from "fast-check"

import { addDays } from "../../../../lib/dates"
import { barsOf, topOf } from "../bars"
import { changeOf, pointsOf } from "../change"
import { formatLength } from "../format"
import { daysIn, lastDays, readSpan, withinReach } from "../span"

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: addDays("2026-01-01", index),
    visits: index,
    visitors: 1,
    page_views: 2,
  }))

describe("readSpan", () => {
  it.each([
    ["from=2026-11-01&to=2026-11-30", { from: "2026-11-01", to: "2026-11-30" }],
    ["from=2026-11-30&to=2026-11-01", null],
    ["from=2026-11-31&to=2026-12-01", null],
    ["from=2024-01-01&to=2026-12-01", null],
    ["from=2026-11-01", null],
    ["", null],
  ])("of %p is %p", (query, expected) => {
    expect(readSpan(new URLSearchParams(query))).toEqual(expected)
  })

  it("takes what it is given for the last days, and for what is out of reach", () => {
    expect(lastDays(7, "2026-11-21")).toEqual({
      from: "2026-11-15",
      to: "2026-11-21",
    })
    const far = { from: "2020-01-01", to: "2026-11-21" }
    for (const end of ["from", "to"] as const) {
      const span = withinReach(far, end)
      expect(span[end]).toBe(far[end])
      expect(readSpan(new URLSearchParams(span))).toEqual(span)
    }
  })
})

describe("barsOf", () => {
  it("is a bar for each day, or for each seven", () => {
    expect(barsOf(days(62))).toHaveLength(62)
    const weeks = barsOf(days(90))
    expect(weeks).toHaveLength(13)
    expect(weeks[0]).toMatchObject({ from: "2026-01-01", to: "2026-01-06" })
    expect(weeks[12]).toMatchObject({ from: "2026-03-25", to: "2026-03-31" })
  })

  it("holds every visit once, in whole spans that follow each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const shown = days(count)
        const bars = barsOf(shown)
        expect(bars.reduce((all, { visits }) => all + visits, 0)).toBe(
          (count * (count - 1)) / 2
        )
        expect(bars.reduce((all, bar) => all + daysIn(bar), 0)).toBe(count)
        bars.slice(1).forEach(({ from }, index) => {
          expect(from).toBe(addDays(bars[index].to, 1))
        })
        expect(topOf(bars)).toBeGreaterThanOrEqual(
          Math.max(...bars.map(({ visits }) => visits))
        )
      })
    )
  })

  it("has a round number above", () => {
    expect([0, 1, 7, 23, 81, 640].map((visits) => topOf([{ visits }]))).toEqual(
      [1, 1, 8, 30, 100, 800]
    )
  })
})

describe("changeOf", () => {
  it("is a share of what was, or nothing", () => {
    expect(changeOf(15, 10)).toBe(0.5)
    expect(changeOf(0, 10)).toBe(-1)
    expect(changeOf(3, 0)).toBeNull()
    expect(changeOf(null, 3)).toBeNull()
    expect(changeOf(3, null)).toBeNull()
    expect(pointsOf(0.5, 0.25)).toBe(25)
    expect(pointsOf(0.5, null)).toBeNull()
  })
})

describe("formatLength", () => {
  it("is minutes and seconds, and hours where there are any", () => {
    expect([0, 9.6, 462, 3725].map(formatLength)).toEqual([
      "0:00",
      "0:10",
      "7:42",
      "1:02:05",
    ])
  })
})
