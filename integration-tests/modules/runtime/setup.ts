import { asValue } from "@medusajs/framework/awilix"
import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
} from "@medusajs/framework/utils"

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
