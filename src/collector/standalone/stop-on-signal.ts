import { ProcessLogger } from "./logger"

/** A stop that takes longer is given up, in ms: a database may hang. */
const PATIENCE_MS = 25_000

/** Ends the process in order when it is asked to, and at once the second time. */
export function stopOnSignal(
  stop: () => Promise<void>,
  logger: ProcessLogger
): void {
  let isStopping = false
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isStopping) {
      process.exit(1)
    }
    isStopping = true
    logger.info(`${signal}: finishing what was begun`)
    setTimeout(() => {
      logger.warn(`Not finished after ${PATIENCE_MS / 1000} s, ending now`)
      process.exit(1)
    }, PATIENCE_MS).unref()
    try {
      await stop()
    } catch (error) {
      logger.error(
        `Ending in order failed: ${error instanceof Error ? error.message : error}`
      )
      process.exit(1)
    }
    process.exit(0)
  }
  process.on("SIGTERM", end)
  process.on("SIGINT", end)
}
