import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { type ChildResult, runNode } from "./child"
import { readJestReport } from "./jest-results"
import { combine, NOTHING, type Outcome, problem } from "./outcome"
import type { Stage } from "./stages"

export type JestRun = {
  root: string
  stage: Stage
  /** Relative to the root. */
  files: string[]
  testName: string | null
  env: Record<string, string>
  /** Leaves out what the code under test prints with `console`. */
  quiet: boolean
}

const SETUP = "--setupFiles=<rootDir>/integration-tests/helpers/setup.ts"

/** Runs test files of one stage with Jest and counts what came out. */
export async function runJest(run: JestRun): Promise<Outcome> {
  const { root, stage } = run
  const folder = await mkdtemp(path.join(tmpdir(), "cornerstore-jest-"))
  const reportFile = path.join(folder, "report.json")
  try {
    const ended = await runNode(jestArguments(run, reportFile), {
      cwd: root,
      env: { ...run.env, NODE_OPTIONS: nodeOptions(run.env) },
      limitMinutes: stage.limitMinutes,
    })
    return await judge(run, ended, reportFile)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function jestArguments(
  { root, stage, files, testName, quiet }: JestRun,
  reportFile: string
): string[] {
  return [
    path.join(root, "node_modules", "jest", "bin", "jest.js"),
    `--config=${path.join(root, "jest.config.js")}`,
    "--json",
    `--outputFile=${reportFile}`,
    `--testTimeout=${stage.testSeconds * 1000}`,
    `--maxWorkers=${Math.min(stage.workers, files.length)}`,
    // Medusa leaves timers behind; a unit test has no excuse.
    ...(stage.name === "unit" ? [] : ["--forceExit", SETUP]),
    ...(testName === null ? [] : [`--testNamePattern=${testName}`]),
    // Medusa talks a lot; somebody who runs one part wants to hear it.
    ...(quiet ? ["--silent"] : []),
    "--runTestsByPath",
    ...files,
  ]
}

/** Medusa imports parts of itself at run time, which Jest cannot do without. */
function nodeOptions(env: Record<string, string>): string {
  return [
    env.NODE_OPTIONS,
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
  ]
    .filter(Boolean)
    .join(" ")
}

async function judge(
  { root, stage, testName }: JestRun,
  ended: ChildResult,
  reportFile: string
): Promise<Outcome> {
  const outcome = await readReport(reportFile, root, testName !== null)
  if (ended.timedOut) {
    const reason = `${stage.name} was ended after ${stage.limitMinutes} minutes: a test hangs`
    return combine([outcome ?? NOTHING, problem(reason)])
  }
  if (!outcome) {
    return problem(`Jest ended with code ${ended.code} and left no report`)
  }
  if (ended.code !== 0 && outcome.failed === 0) {
    return combine([outcome, problem(`Jest ended with code ${ended.code}`)])
  }
  return outcome
}

/** @returns null when Jest wrote no report */
async function readReport(
  file: string,
  root: string,
  byName: boolean
): Promise<Outcome | null> {
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return null
    }
    throw error
  }
  return readJestReport(JSON.parse(text), root, byName)
}
