import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getSseHub, trackerTopic } from "../../../lib/sse"

/**
 * Wakes the tracker pages of bookings. The event carries no data: each page's
 * route reads the state again, so that nothing personal passes through Redis.
 */
export const publishTrackingStep = createStep(
  "publish-tracking",
  async ({ booking_ids }: { booking_ids: string[] }) => {
    const hub = getSseHub()
    await Promise.all(
      booking_ids.map((id) =>
        hub.publish(trackerTopic(id), { event: "changed", data: {} })
      )
    )
    return new StepResponse(booking_ids)
  }
)
