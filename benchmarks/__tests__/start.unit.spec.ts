import { reportName } from "../lib/report"
import { table } from "../lib/table"
import { npmCommand } from "../start/npm"
import { readSteps } from "../start/steps"
import { startFigures } from "../start/summary"

const run = (seconds: number) => ({ seconds, steps: [], stop_seconds: 1 })

describe("steps of a start", () => {
  it("are read with their times; installing lasts until the first of them", () => {
    const lines = [
      [0.5, "> node scripts/start.mjs"],
      [0.6, "Installing dependencies (first run, this takes a minute) ..."],
      [60, "added 1361 packages in 1m"],
      [61.6, "  … starting the database"],
      [61.8, "    made a new database cluster"],
      [62.6, "  ✓ starting the database, 1.0 s"],
      [62.7, "  ✓ tables are up to date"],
    ].map(([at, text]) => ({ at: Number(at), text: String(text) }))
    expect(readSteps(lines)).toEqual([
      { title: "installing dependencies", seconds: 61 },
      { title: "starting the database", seconds: 1 },
    ])
    expect(readSteps(lines.slice(3))).toEqual([
      { title: "starting the database", seconds: 1 },
    ])
  })
})

describe("figures of a start", () => {
  const times = {
    clone: 2,
    first: run(297),
    second: [run(16), run(10), run(11)],
    install: 60,
    stock: [5, 4, 6],
  }

  it("count the clone, take the median and name the ratio", () => {
    expect(startFigures(times)).toMatchObject([
      { seconds: 299, verdict: "PASS", target: "<= 300 s" },
      { seconds: 11, verdict: "PASS", ratio: 2.2 },
    ])
  })

  it("fall short when they are over the target", () => {
    const late = { ...times, first: run(298.5), second: [run(15.1)] }
    expect(startFigures(late).map(({ verdict }) => verdict)).toEqual([
      "SHORT",
      "SHORT",
    ])
  })
})

describe("npm", () => {
  it("is the one that runs us; another package manager is not taken for it", () => {
    const cli = "/usr/lib/node_modules/npm/bin/npm-cli.js"
    expect(npmCommand({ npm_execpath: cli })).toEqual([process.execPath, [cli]])
    expect(npmCommand({ npm_execpath: "/opt/yarn.js" })).toEqual(["npm", []])
  })
})

describe("what is printed and written", () => {
  it("aligns the columns of a table and fills short rows", () => {
    expect(table([["Name", "x"], ["  ab", "10.0"], ["c"]])).toBe(
      "Name     x\n  ab  10.0\nc"
    )
  })

  it("names a report so that it sorts by time", () => {
    const date = new Date("2026-11-21T07:05:09.123Z")
    expect(reportName("start", date)).toBe("start-2026-11-21T07-05-09.json")
  })
})
