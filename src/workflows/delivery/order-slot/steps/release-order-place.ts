import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryService } from "../../module"

/**
 * Gives an order's place back; null when it had none. Not undone: by then the
 * place may be somebody else's, and an order without one is on the home page.
 *
 * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
 */
export const releaseOrderPlaceStep = createStep(
  "release-order-place",
  async ({ order_id }: { order_id: string }, { container }) => {
    const released = await deliveryService(container).releaseOrderPlace(
      order_id,
      new Date()
    )
    return new StepResponse(
      released && { booking_id: released.id, slot_id: released.slot_id }
    )
  }
)
