import { asValue } from "@medusajs/framework/awilix"
import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
} from "@medusajs/framework/utils"

import RuntimeModuleService from "../../../src/modules/runtime/service"

export type TestLog = { level: "info" | "warn" | "error"; message: string }[]

/** A container with nothing but a logger that remembers. */
export function containerWithLog(): {
  container: MedusaContainer
  log: TestLog
} {
  const log: TestLog = []
  const container = createMedusaContainer()
  container.register(
    ContainerRegistrationKeys.LOGGER,
    asValue({
      info: (message: string) => log.push({ level: "info", message }),
      warn: (message: string) => log.push({ level: "warn", message }),
      error: (message: string) => log.push({ level: "error", message }),
    })
  )
  return { container, log }
}

/**
 * Opens as many connections as a test's callers need. On a cold pool they would
 * wait for connections and come one after the other instead of at once.
 */
export async function warmPool(
  service: Pick<RuntimeModuleService, "ping">
): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await Promise.all(Array.from({ length: 10 }, () => service.ping()))
  }
}

/** A clock that stands still until it is moved. */
export function manualClock(start = new Date("2026-03-01T10:00:00Z")) {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    advance: (ms: number) => {
      now += ms
    },
  }
}
