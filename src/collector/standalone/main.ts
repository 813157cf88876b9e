import cluster from "node:cluster"

import { ProcessLogger, processLogger } from "./logger"
import { runCollector } from "./run-collector"
import { readSettings, WrongSettings } from "./settings"
import { stopOnSignal } from "./stop-on-signal"
import { superviseProcesses } from "./supervise-processes"

/**
 * Runs a collector until somebody asks it to stop.
 *
 * SIGTERM and SIGINT finish what was begun and end with code 0. Wrong settings, a
 * port that is taken, or a fault that nobody expected end with code 1 after they
 * were told: whoever watches the process starts it again, and nothing that was
 * acknowledged is lost.
 */
export async function main(
  environment: NodeJS.ProcessEnv = process.env,
  logger: ProcessLogger = processLogger
): Promise<void> {
  process.on("uncaughtException", (error) => fail(error, logger))
  try {
    const settings = readSettings(environment)
    if (settings.processes > 1 && cluster.isPrimary) {
      superviseProcesses(settings.processes, logger)
      return
    }
    const running = await runCollector(settings, logger)
    stopOnSignal(() => running.stop(), logger)
    logger.info(`Collecting events on port ${running.port}`)
  } catch (error) {
    fail(error, logger)
  }
}

function fail(error: unknown, logger: ProcessLogger): never {
  logger.error(`The collector ends: ${explain(error)}`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (error instanceof WrongSettings) {
    return `its settings are wrong\n  ${error.message.replaceAll("\n", "\n  ")}`
  }
  if (!(error instanceof Error)) {
    return String(error)
  }
  return "code" in error && error.code === "EADDRINUSE"
    ? `${error.message}. Stop what listens there, or set PORT.`
    : (error.stack ?? error.message)
}
