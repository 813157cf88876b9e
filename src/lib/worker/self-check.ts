import { join } from "node:path"

import { WorkerInput, WorkerOutput } from "./define-worker"
import { runInWorker } from "./run-in-worker"

const N = 1_000_000
const TIMEOUT_MS = 10_000

type SelfCheck = typeof import("./self-check.worker").default

export type WorkerSelfCheck = {
  ok: boolean
  /** Time to start a thread, compute and answer, in milliseconds. */
  latency_ms: number
  /** Why it is not ok. */
  message: string | null
}

/**
 * Tells whether worker threads run in this process: starts one, has it sum
 * 1 to a million and checks the sum. Never throws, a failure is the finding.
 */
export async function workerSelfCheck(): Promise<WorkerSelfCheck> {
  const start = performance.now()
  const message = await findProblem()
  const latency = Math.round(performance.now() - start)
  return { ok: message === null, latency_ms: latency, message }
}

async function findProblem(): Promise<string | null> {
  try {
    const sum = await runInWorker<
      WorkerInput<SelfCheck>,
      WorkerOutput<SelfCheck>
    >(join(__dirname, "self-check.worker"), N, { timeoutMs: TIMEOUT_MS })
    return sum === (N * (N + 1)) / 2
      ? null
      : `The sum of 1 to ${N} came back as ${sum}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
