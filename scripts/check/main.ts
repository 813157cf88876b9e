/**
 * `npm run check`: runs every check, two at a time, and reports them all.
 * `npm run check -- lint format` runs some.
 */
import { writeFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import path from "node:path"

import type { Check, CheckResult } from "./check"
import { format } from "./checks/format"
import { layout } from "./checks/layout"
import { licences } from "./checks/licences"
import { lint } from "./checks/lint"
import { migrations } from "./checks/migrations"
import { openapi } from "./checks/openapi"
import { translations } from "./checks/translations"
import { browserTypes, serverTypes } from "./checks/types"

const ROOT = path.resolve(__dirname, "..", "..")
const AT_ONCE = Math.min(2, availableParallelism())
/** The longest first, so that they overlap. */
const CHECKS: readonly Check[] = [
  lint,
  serverTypes,
  browserTypes,
  format,
  migrations,
  openapi,
  translations,
  licences,
  layout,
]

async function main(words: string[]): Promise<number> {
  const report = words.find((word) => word.startsWith("--report="))
  const wanted = words.filter((word) => word !== report)
  const unknown = wanted.find((word) => !CHECKS.some((c) => c.name === word))
  if (unknown) {
    const known = CHECKS.map(({ name, ensures }) => `  ${name}: ${ensures}`)
    console.error(
      `There is no check ${unknown}. There are:\n${known.join("\n")}`
    )
    return 1
  }
  const chosen = CHECKS.filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name)
  )
  const results = await runAll(chosen)
  if (report) {
    writeFileSync(report.slice("--report=".length), JSON.stringify(results))
  }
  const failed = results.filter(({ passed }) => !passed)
  console.log(
    failed.length === 0
      ? "\nAll checks passed."
      : `\nFailed: ${failed.map(({ name }) => name).join(", ")}`
  )
  return failed.length === 0 ? 0 : 1
}

async function runAll(checks: readonly Check[]): Promise<CheckResult[]> {
  const waiting = [...checks]
  const results: CheckResult[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runOne(next)
      results.push(result)
      print(next, result)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

async function runOne(check: Check): Promise<CheckResult> {
  const start = performance.now()
  const problems = await check
    .run(ROOT)
    .catch((error: unknown) => [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ])
  return {
    name: check.name,
    passed: problems.length === 0,
    seconds: (performance.now() - start) / 1000,
    problems,
  }
}

function print(check: Check, { passed, seconds, problems }: CheckResult): void {
  const verdict = passed ? "ok  " : "FAIL"
  console.log(
    `${verdict} ${check.name}: ${check.ensures} (${seconds.toFixed(1)}s)`
  )
  problems.forEach((problem) => console.log(indent(problem)))
}

function indent(text: string): string {
  return text.replace(/^/gm, "     ")
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  }
)
