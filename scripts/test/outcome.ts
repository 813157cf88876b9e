/** What a stage, or a run of some of its files, came to. */
export type Outcome = {
  passed: number
  failed: number
  skipped: number
  files: FileTime[]
  /** Failures that no test reports: a crash, a missing service, a time-out. */
  problems: string[]
}

export type FileTime = { file: string; seconds: number }

export const NOTHING: Outcome = {
  passed: 0,
  failed: 0,
  skipped: 0,
  files: [],
  problems: [],
}

/** One failure with its reason, for what did not even get to run. */
export function problem(reason: string, count = 1): Outcome {
  return { ...NOTHING, failed: count, problems: [reason] }
}

export function combine(outcomes: Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
      files: [...sum.files, ...next.files],
      problems: [...sum.problems, ...next.problems],
    }),
    NOTHING
  )
}
