import cluster from "node:cluster"

import { ProcessLogger } from "./logger"
import { stopOnSignal } from "./stop-on-signal"

/** A process that ends sooner than this is not started again at once, in ms. */
const SHORT_LIFE_MS = 5_000

/**
 * Starts processes that share the port, and one again when it ends. Asked to
 * stop, it passes that on and waits for all of them.
 */
export function superviseProcesses(count: number, logger: ProcessLogger): void {
  let isStopping = false
  const start = (): void => {
    if (isStopping) {
      return
    }
    const begun = performance.now()
    const worker = cluster.fork()
    worker.once("exit", (code, signal) => {
      if (isStopping) {
        return
      }
      logger.error(
        `Process ${worker.process.pid} ended (${signal ?? code}), another is started`
      )
      const lived = performance.now() - begun
      setTimeout(start, Math.max(0, SHORT_LIFE_MS - lived))
    })
  }
  for (let started = 0; started < count; started++) {
    start()
  }
  stopOnSignal(async () => {
    isStopping = true
    const workers = Object.values(cluster.workers ?? {}).flatMap(
      (worker) => worker ?? []
    )
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve) => {
            worker.once("exit", () => resolve())
            worker.process.kill("SIGTERM")
          })
      )
    )
  }, logger)
}
