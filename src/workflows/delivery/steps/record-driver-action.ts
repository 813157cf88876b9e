import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { DriverAction } from "../../../modules/delivery/domain/driver-action"
import type { CashDue } from "../../../modules/delivery/parts/driving"
import { deliveryService } from "../module"

type Input = {
  route_id: string
  key: string
  action: DriverAction
  order_id: string | null
  due: CashDue | null
}

/**
 * Writes down what a driver did. Not undone: it happened at somebody's door.
 * What follows from it is done again by the same key or found by a reconciler.
 *
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export const recordDriverActionStep = createStep(
  "record-driver-action",
  async (input: Input, { container }) => {
    const now = new Date()
    const { driver_id, stop, replayed } = await deliveryService(
      container
    ).recordDriverAction({ ...input, now })
    return new StepResponse({
      driver_id,
      replayed,
      stop_id: stop?.id ?? null,
      booking_id: stop?.booking_id ?? null,
    })
  }
)
