import { MedusaContainer } from "@medusajs/framework/types"

import { drainOutbox } from "../lib/outbox"
import { RUNTIME_MODULE } from "../modules/runtime"
import RuntimeModuleService from "../modules/runtime/service"
import { outboxHandlers } from "../workflows/runtime/outbox-handlers"

/** Sends due outbox messages. Safe to run in any number of processes. */
export default async function sendOutbox(container: MedusaContainer) {
  const runtimeService = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  await drainOutbox({ runtimeService, handlers: outboxHandlers, container })
}

export const config = {
  name: "cornerstore-send-outbox",
  schedule: { interval: 10_000 },
}
