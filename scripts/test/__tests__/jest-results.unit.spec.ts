import { readJestReport } from "../jest-results"

const report = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      name: "/repo/src/a.unit.spec.ts",
      startTime: 1000,
      endTime: 3500,
      assertionResults: [{ status: "passed" }],
    },
    {
      // Jest leaves both at zero for a file that could not be loaded.
      name: "/repo/src/b.unit.spec.ts",
      startTime: 0,
      endTime: 0,
      assertionResults: [],
    },
  ],
}

describe("readJestReport", () => {
  it("counts a file that could not be loaded as a failure", () => {
    const outcome = readJestReport(report, "/repo", false)
    expect(outcome).toMatchObject({ passed: 3, failed: 2, skipped: 3 })
  })

  it("tells how long each file took", () => {
    expect(readJestReport(report, "/repo", false).files).toEqual([
      { file: "src/a.unit.spec.ts", seconds: 2.5 },
      { file: "src/b.unit.spec.ts", seconds: 0 },
    ])
  })

  it("does not call tests skipped that a name pattern left out", () => {
    expect(readJestReport(report, "/repo", true).skipped).toBe(0)
  })

  it("refuses a report of another shape instead of counting nothing", () => {
    expect(() => readJestReport({}, "/repo", false)).toThrow("numPassedTests")
  })
})
