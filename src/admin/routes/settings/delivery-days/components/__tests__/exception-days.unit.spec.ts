import { nextDays, upcomingFirst } from "../exception-days"

const once = (starts_on: string, ends_on = starts_on) => ({
  starts_on,
  ends_on,
  repeats_yearly: false,
})
const yearly = (starts_on: string, ends_on = starts_on) => ({
  starts_on,
  ends_on,
  repeats_yearly: true,
})

describe("nextDays", () => {
  it.each([
    [once("2026-12-24"), "2026-11-21", "2026-12-24", "2026-12-24"],
    [
      once("2026-11-20", "2026-11-22"),
      "2026-11-21",
      "2026-11-20",
      "2026-11-22",
    ],
    [yearly("2024-12-25"), "2026-12-25", "2026-12-25", "2026-12-25"],
    [yearly("2024-12-25"), "2026-12-26", "2027-12-25", "2027-12-25"],
    // Not before it was said.
    [yearly("2028-05-01"), "2026-11-21", "2028-05-01", "2028-05-01"],
    // Over New Year, and in the middle of it.
    [
      yearly("2024-12-30", "2025-01-02"),
      "2026-11-21",
      "2026-12-30",
      "2027-01-02",
    ],
    [
      yearly("2024-12-30", "2025-01-02"),
      "2027-01-01",
      "2026-12-30",
      "2027-01-02",
    ],
    [yearly("2024-02-29"), "2026-11-21", "2028-02-29", "2028-02-29"],
    [
      yearly("2024-02-28", "2024-02-29"),
      "2026-11-21",
      "2027-02-28",
      "2027-02-28",
    ],
  ])("of %j on %s", (rule, today, from, to) =>
    expect(nextDays(rule, today)).toEqual({ from, to })
  )

  it("has none once it is over", () => {
    expect(nextDays(once("2026-11-20"), "2026-11-21")).toBeNull()
  })
})

describe("upcomingFirst", () => {
  it("goes by the next days, then the latest that is over", () => {
    const rules = [
      { id: "long ago", ...once("2025-01-01") },
      { id: "christmas", ...yearly("2024-12-25") },
      { id: "fair", ...once("2026-11-28") },
      { id: "last week", ...once("2026-11-14") },
    ]
    expect(upcomingFirst(rules, "2026-11-21").map(({ id }) => id)).toEqual([
      "fair",
      "christmas",
      "last week",
      "long ago",
    ])
  })
})
