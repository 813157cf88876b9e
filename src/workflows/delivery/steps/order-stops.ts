import { join } from "node:path"

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { runInWorker, WorkerInput, WorkerOutput } from "../../../lib/worker"
import type { GeoPoint } from "../../../modules/delivery/domain/distance"
import type { PlannedStop } from "./read-plan-facts"

type OrderStops = typeof import("../workers/order-stops.worker").default

const TIMEOUT_MS = 30_000

/** Puts the stops of a plan into the order in which they are driven, in a thread of its own. */
export const orderPlannedStopsStep = createStep(
  "order-planned-stops",
  async ({
    stops,
    depot,
  }: {
    stops: PlannedStop[]
    depot: GeoPoint | null
  }) => {
    if (!stops.length) {
      return new StepResponse<PlannedStop[]>([])
    }
    const ids = await runInWorker<
      WorkerInput<OrderStops>,
      WorkerOutput<OrderStops>
    >(
      join(__dirname, "..", "workers", "order-stops.worker"),
      { stops, depot },
      { timeoutMs: TIMEOUT_MS }
    )
    const byId = new Map(stops.map((stop) => [stop.id, stop]))
    return new StepResponse(ids.flatMap((id) => byId.get(id) ?? []))
  }
)
