import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { GeoPoint } from "../../../modules/delivery/domain/distance"
import { deliveryService } from "../module"
import type { PlannedStop } from "./read-plan-facts"

type Input = {
  date: string
  driver_id: string
  depot: GeoPoint | null
  stops: PlannedStop[]
}

/** Writes the plan as a draft; null when no booking was left for it. */
export const saveDraftStep = createStep(
  "save-draft",
  async ({ date, driver_id, depot, stops }: Input, { container }) => {
    if (!stops.length) {
      return new StepResponse(null)
    }
    const id = await deliveryService(container).saveDraft({
      date,
      driver_id,
      depot,
      stops: stops.map(({ id: booking_id, point, position }) => ({
        booking_id,
        point,
        position,
      })),
      now: new Date(),
    })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await deliveryService(container).cancelRoute(id, new Date())
    }
  }
)
