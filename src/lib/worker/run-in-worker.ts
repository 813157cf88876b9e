import { basename } from "node:path"
import { Worker } from "node:worker_threads"

import { MedusaError } from "@medusajs/framework/utils"

import { describeError, ThreadAnswer, threadAnswerSchema } from "./messages"
import { resolveWorkerFile, startThread } from "./start-thread"

const DEFAULT_MEMORY_MB = 512

export type RunInWorkerOptions = {
  /** The thread is stopped after this many milliseconds. */
  timeoutMs: number
  /** Stops the thread when aborted, e.g. because the client has gone. */
  signal?: AbortSignal
  /**
   * Heap limit of the thread in megabytes. Beyond it the thread ends with an
   * error instead of taking the shop's process with it.
   * @default 512
   */
  memoryMb?: number
}

/**
 * Runs a worker file in its own thread, once, and gives back what it returns.
 * For work that would hold up requests: planning routes, scoring customers.
 *
 * The same call works from compiled code and from TypeScript source, see
 * README.md beside this file.
 *
 * @param entry - absolute path of the worker file without extension,
 *   e.g. `join(__dirname, "self-check.worker")`; its default export is `defineWorker(...)`
 * @param input - plain data, copied into the thread
 * @throws MedusaError with the worker's own message, type and stack when it threw;
 *   UNEXPECTED_STATE when it ran out of time or memory or ended without an answer;
 *   INVALID_ARGUMENT when there is no such file
 * @throws the signal's reason when it was aborted
 */
export async function runInWorker<I, O>(
  entry: string,
  input: I,
  { timeoutMs, signal, memoryMb = DEFAULT_MEMORY_MB }: RunInWorkerOptions
): Promise<O> {
  signal?.throwIfAborted()
  const name = basename(entry)
  const worker = startThread(resolveWorkerFile(entry), input, memoryMb)
  const stops = stopReasons(name, timeoutMs, signal)
  try {
    const answer = await Promise.race([
      answerOf(worker, name, memoryMb),
      stops.stopped,
    ])
    if (!answer.ok) {
      throw rebuildError(answer.error)
    }
    return answer.output as O
  } finally {
    stops.release()
    await worker.terminate()
  }
}

/** The thread's answer, or why there will be none. */
function answerOf(
  worker: Worker,
  name: string,
  memoryMb: number
): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    worker.once("message", (message) =>
      resolve(threadAnswerSchema.parse(message))
    )
    worker.once("messageerror", reject)
    worker.once("error", (error) =>
      reject(
        "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? failure(
              `Worker ${name} needed more than ${memoryMb} MB: give it a smaller input or raise memoryMb`
            )
          : rebuildError(describeError(error))
      )
    )
    worker.once("exit", (code) =>
      reject(
        failure(`Worker ${name} ended with code ${code} without an answer`)
      )
    )
  })
}

/** Rejects when time is up or the caller gave up. */
function stopReasons(name: string, timeoutMs: number, signal?: AbortSignal) {
  let release = () => {}
  const stopped = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal?.reason)
    const timer = setTimeout(
      () =>
        reject(
          failure(`Worker ${name} was stopped: not done after ${timeoutMs} ms`)
        ),
      timeoutMs
    )
    signal?.addEventListener("abort", onAbort, { once: true })
    release = () => {
      clearTimeout(timer)
      signal?.removeEventListener("abort", onAbort)
    }
  })
  return { stopped, release: () => release() }
}

function rebuildError(
  error: Extract<ThreadAnswer, { ok: false }>["error"]
): MedusaError {
  const rebuilt = new MedusaError(
    error.type ?? MedusaError.Types.UNEXPECTED_STATE,
    error.message
  )
  // The stack of the parent ends at an event listener; the worker's says where.
  rebuilt.stack = error.stack ?? rebuilt.stack
  return rebuilt
}

function failure(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)
}
