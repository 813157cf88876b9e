/**
 * What every worker thread starts with: it loads the worker file it is given,
 * runs its default export once and answers. Loaded inside a thread only.
 */
import { parentPort, workerData } from "node:worker_threads"

import { z } from "@medusajs/framework/zod"

import { WorkerFunction } from "./define-worker"
import { describeError, ThreadAnswer, threadDataSchema } from "./messages"

const workerModuleSchema = z.object({
  default: z.custom<WorkerFunction<unknown, unknown>>(
    (value) => typeof value === "function",
    "the default export must be defineWorker(...)"
  ),
})

async function answer(): Promise<ThreadAnswer> {
  try {
    const { file, input } = threadDataSchema.parse(workerData)
    const worker = workerModuleSchema.parse(require(file))
    return { ok: true, output: await worker.default(input) }
  } catch (error) {
    return { ok: false, error: describeError(error) }
  }
}

async function run(): Promise<void> {
  try {
    parentPort?.postMessage(await answer())
  } catch (error) {
    // The output was no plain data.
    parentPort?.postMessage({ ok: false, error: describeError(error) })
  }
}

void run()
