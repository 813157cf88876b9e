import { NOTHING, type Outcome } from "../outcome"
import { duration, lastLine, problemLines, timeTable } from "../report"

const outcome = (part: Partial<Outcome>): Outcome => ({ ...NOTHING, ...part })

describe("lastLine", () => {
  it("is what scripts look for", () => {
    expect(lastLine(outcome({ passed: 12, failed: 1 }))).toBe(
      "12 passed, 1 failed"
    )
  })

  it("names skipped tests only when there are some", () => {
    expect(lastLine(outcome({ passed: 2, skipped: 3 }))).toBe(
      "2 passed, 0 failed, 3 skipped"
    )
  })
})

describe("timeTable", () => {
  const files = Array.from({ length: 12 }, (_, index) => ({
    file: `file-${index}.spec.ts`,
    seconds: index,
  }))

  it("tells each stage's numbers, the total and stages without files", () => {
    const table = timeTable([
      {
        name: "unit",
        outcome: outcome({ passed: 7, files: files.slice(0, 2) }),
        seconds: 62,
      },
      { name: "browser", outcome: null, seconds: 0, note: "no files yet" },
    ])
    expect(table).toMatch(/^unit +2 +7 +0 +0 +1m 02s$/m)
    expect(table).toMatch(/^browser +0\.0s +no files yet$/m)
    expect(table).toMatch(/^total +1m 02s$/m)
  })

  it("lists the ten slowest files of all stages, slowest first", () => {
    const table = timeTable([
      {
        name: "unit",
        outcome: outcome({ files: files.slice(0, 6) }),
        seconds: 1,
      },
      { name: "http", outcome: outcome({ files: files.slice(6) }), seconds: 1 },
    ])
    const listed = table.split("slowest files\n")[1]?.split("\n") ?? []
    expect(listed).toHaveLength(10)
    expect(listed[0]).toContain("11.0s  file-11.spec.ts")
    expect(listed[9]).toContain("2.0s  file-2.spec.ts")
  })
})

describe("problemLines", () => {
  it("says in which stage a failure without a test happened", () => {
    const stages = [
      {
        name: "http",
        outcome: outcome({ problems: ["no redis"] }),
        seconds: 1,
      },
      { name: "faults", outcome: null, seconds: 0 },
    ]
    expect(problemLines(stages)).toEqual(["http: no redis"])
  })
})

describe("duration", () => {
  it.each([
    [0.04, "0.0s"],
    [59.9, "59.9s"],
    [59.96, "1m 00s"],
    [61, "1m 01s"],
    [1500, "25m 00s"],
  ])("writes %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text)
  })
})
