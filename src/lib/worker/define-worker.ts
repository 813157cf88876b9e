/** What a worker thread does with its input. */
export type WorkerFunction<I, O> = (input: I) => O | Promise<O>

/**
 * Marks the default export of a `*.worker.ts` file as what `runInWorker` runs
 * in its own thread. Input and output are copied between threads, so they are
 * plain data: no functions, no class instances.
 *
 * It only gives the types; nothing starts when the file is imported, so a test
 * may call the function directly.
 *
 * @example
 * ```ts
 * export default defineWorker((input: { n: number }): number => ...)
 * ```
 */
export function defineWorker<I, O>(
  run: WorkerFunction<I, O>
): WorkerFunction<I, O> {
  return run
}

/** Input of a worker: `WorkerInput<typeof import("./x.worker").default>`. */
export type WorkerInput<W> =
  W extends WorkerFunction<infer I, infer _O> ? I : never
/** Output of a worker: `WorkerOutput<typeof import("./x.worker").default>`. */
export type WorkerOutput<W> =
  W extends WorkerFunction<infer _I, infer O> ? O : never
