import { firstDay, lastDay } from "../points-days"

const ZONE = "America/Los_Angeles"

describe("the days of points", () => {
  it("names the day before the midnight at which they expire", () => {
    // Midnight of 22 November in Los Angeles.
    expect(lastDay("2027-11-22T08:00:00Z", "en", ZONE)).toBe("Nov 21, 2027")
  })

  it("names the shop's day from which they can be spent", () => {
    expect(firstDay("2026-12-05T02:43:00Z", "en", ZONE)).toBe("Dec 4, 2026")
  })
})
