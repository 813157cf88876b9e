import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { getSseHub } from "../../../../lib/sse"
import { RUNTIME_MODULE } from "../../../../modules/runtime"
import RuntimeModuleService from "../../../../modules/runtime/service"
import { SystemClockTick } from "../../../../sdk/types"
import { Clock } from "./clock"

/** Streams of the clock per process; a page that leaks them hits this first. */
const MAX_VIEWERS = 100

const clocks = new Map<string, Clock>()

/**
 * The server's clock as an event stream: a `tick` with `SystemClockTick` once a
 * second. Shows the owner, and the tests, that live pages work through whatever
 * stands in front of the server.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { process } = req.scope.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const clock = clockOf(process.id, logger)
  clock.join()
  const subscription = getSseHub().subscribe(topicOf(process.id), req, res, {
    // A clock that replays the past would be wrong.
    lastEventId: null,
    maxPerTopic: MAX_VIEWERS,
    onClose: () => clock.leave(),
  })
  if (!subscription) {
    clock.leave()
    return
  }
  subscription.send({ event: "tick", data: tickNow(process.id) })
}

/** Per process: with Redis a shared topic would carry every process's ticks. */
function topicOf(processId: string): string {
  return `system.clock.${processId}`
}

function clockOf(processId: string, logger: Logger): Clock {
  const existing = clocks.get(processId)
  if (existing) {
    return existing
  }
  const clock = new Clock(() => {
    getSseHub()
      .publish(topicOf(processId), { event: "tick", data: tickNow(processId) })
      .catch((error: Error) => logger.warn(`Clock: ${error.message}`))
  })
  clocks.set(processId, clock)
  return clock
}

function tickNow(processId: string): SystemClockTick {
  return { now: new Date().toISOString(), process_id: processId }
}
