import type { FileTime, Outcome } from "./outcome"

/** One line of the table: a stage, or the set-up around the stages. */
export type StageReport = {
  name: string
  /** Null for what has no tests: set-up and tear-down. */
  outcome: Outcome | null
  seconds: number
  /** Said instead of numbers, e.g. that a stage has no files. */
  note?: string
}

const SLOWEST = 10

/** The last line of a run, which scripts read. Nothing follows it. */
export function lastLine({ passed, failed, skipped }: Outcome): string {
  const counted = `${passed} passed, ${failed} failed`
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted
}

/** Where the minutes went: per stage, and the slowest files of all. */
export function timeTable(stages: StageReport[]): string {
  const total = stages.reduce((sum, stage) => sum + stage.seconds, 0)
  const rows = [
    ["stage", "files", "passed", "failed", "skipped", "time"],
    ...stages.map(stageRow),
    ["total", "", "", "", "", duration(total)],
  ]
  const files = stages.flatMap((stage) => stage.outcome?.files ?? [])
  return [...alignColumns(rows), ...slowest(files)].join("\n")
}

/** Failures no test reported, one per line. */
export function problemLines(stages: StageReport[]): string[] {
  return stages.flatMap(({ name, outcome }) =>
    (outcome?.problems ?? []).map((reason) => `${name}: ${reason}`)
  )
}

/** `75.2` as `1m 15s`, short times with tenths. */
export function duration(seconds: number): string {
  if (seconds < 59.95) {
    return `${seconds.toFixed(1)}s`
  }
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}m ${String(whole % 60).padStart(2, "0")}s`
}

function stageRow({ name, outcome, seconds, note }: StageReport): string[] {
  if (!outcome || note) {
    return [name, "", "", "", "", duration(seconds), note ?? ""]
  }
  const { files, passed, failed, skipped } = outcome
  const numbers = [files.length, passed, failed, skipped].map(String)
  return [name, ...numbers, duration(seconds)]
}

function alignColumns(rows: string[][]): string[] {
  const width = (column: number) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length))
  return rows.map(([name = "", ...cells]) => {
    const [note, numbers] = [cells[5], cells.slice(0, 5)]
    return [
      name.padEnd(width(0)),
      ...numbers.map((cell, index) => cell.padStart(width(index + 1) + 2)),
      ...(note ? [`  ${note}`] : []),
    ].join("")
  })
}

function slowest(files: FileTime[]): string[] {
  if (files.length === 0) {
    return []
  }
  const sorted = [...files].sort((a, b) => b.seconds - a.seconds)
  return [
    "",
    "slowest files",
    ...sorted
      .slice(0, SLOWEST)
      .map(({ file, seconds }) => `${duration(seconds).padStart(8)}  ${file}`),
  ]
}
