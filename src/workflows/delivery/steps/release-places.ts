import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { ReleaseInput } from "../../../modules/delivery/service"
import { deliveryService } from "../module"

/**
 * Gives places back, each exactly once. Not undone: by then the place may be
 * somebody else's, so workflows release last.
 */
export const releasePlacesStep = createStep(
  "release-places",
  async (input: ReleaseInput, { container }) => {
    const released = await deliveryService(container).releasePlaces({
      ...input,
      now: new Date(),
    })
    return new StepResponse(released.map(({ id }) => id))
  }
)
