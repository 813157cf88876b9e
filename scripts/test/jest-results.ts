import path from "node:path"

import { z } from "@medusajs/framework/zod"

import { NOTHING, type Outcome } from "./outcome"

/** The part of Jest's `--json` report that is read. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.object({ status: z.string() })),
    })
  ),
})

/**
 * Counts a report of Jest. A file that could not be loaded has no tests of its
 * own and counts as one failure; so does a file without any test.
 *
 * @param report - parsed JSON of `jest --json`
 * @param root - folder of the repository, cut off the paths
 * @param byName - tests were picked by name: the others are not "skipped"
 */
export function readJestReport(
  report: unknown,
  root: string,
  byName: boolean
): Outcome {
  const read = reportSchema.parse(report)
  return {
    ...NOTHING,
    passed: read.numPassedTests,
    failed: read.numFailedTests + read.numRuntimeErrorTestSuites,
    skipped: byName ? 0 : read.numPendingTests + read.numTodoTests,
    files: read.testResults.map(({ name, startTime, endTime }) => ({
      file: path.relative(root, name).replaceAll(path.sep, "/"),
      seconds: Math.max(0, endTime - startTime) / 1000,
    })),
  }
}
