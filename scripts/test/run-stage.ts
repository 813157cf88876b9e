import { findTests } from "./discover"
import { testEnvironment } from "./environment"
import { type Need, needsOf } from "./needs"
import { combine, NOTHING, type Outcome, problem } from "./outcome"
import { runCheck } from "./run-check"
import { runJest } from "./run-jest"
import type { Services } from "./services"
import type { Stage } from "./stages"

export type StageRun = {
  root: string
  stage: Stage
  paths: RegExp[]
  testName: string | null
  services: Services
}

/** Runs one stage; null when it has no files. Never throws for a failing test. */
export async function runStage(run: StageRun): Promise<Outcome | null> {
  const { root, stage, services } = run
  if (stage.name === "check") {
    return withServices(services.database(), (env) =>
      runCheck(root, stage, testEnvironment(process.env, env))
    )
  }
  const files = await findTests(root, stage, run.paths)
  if (files.length === 0) {
    return null
  }
  return withServices(prepare(stage, services), async (env) => {
    const provided = await provideNeeds(root, files, services)
    const runnable = provided.files
    const outcome =
      runnable.length === 0
        ? NOTHING
        : await runJest({
            ...run,
            files: runnable,
            quiet: run.paths.length === 0 && run.testName === null,
            env: testEnvironment(process.env, { ...env, ...provided.env }),
          })
    return combine([outcome, ...provided.refused])
  })
}

/** What every file of a stage needs. */
async function prepare(
  stage: Stage,
  services: Services
): Promise<Record<string, string>> {
  if (stage.pages) {
    await services.pages()
  }
  return stage.database ? services.database() : {}
}

/**
 * Starts what the files use. Files whose service cannot be had are left out,
 * each as one failure with the reason, and the others still run.
 */
async function provideNeeds(
  root: string,
  files: string[],
  services: Services
): Promise<{
  files: string[]
  env: Record<string, string>
  refused: Outcome[]
}> {
  const needs = new Map<string, Set<Need>>()
  for (const file of files) {
    needs.set(file, await needsOf(root, file))
  }
  let runnable = files
  let env: Record<string, string> = {}
  const refused: Outcome[] = []
  for (const need of ["redis", "chromium"] as const) {
    const users = runnable.filter((file) => needs.get(file)?.has(need))
    if (users.length === 0) {
      continue
    }
    try {
      env = { ...env, ...(await services.get(need)) }
    } catch (error) {
      runnable = runnable.filter((file) => !users.includes(file))
      refused.push(problem(messageOf(error), users.length))
    }
  }
  return { files: runnable, env, refused }
}

async function withServices(
  starting: Promise<Record<string, string>>,
  run: (env: Record<string, string>) => Promise<Outcome>
): Promise<Outcome> {
  let env: Record<string, string>
  try {
    env = await starting
  } catch (error) {
    return problem(messageOf(error))
  }
  return run(env)
}

/** The sentence of a known failure, the stack of one nobody foresaw. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) {
    return error.name === "SetupError"
      ? error.message
      : (error.stack ?? error.message)
  }
  return String(error)
}
