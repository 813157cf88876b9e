import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { getSseHub, trackerTopic } from "../../../lib/sse"
import { deliveryService } from "../module"
import { routeTopic } from "../route-topic"

type Input = {
  route_id: string | null
  /** Beside those that wait for the route: bookings that left it. */
  booking_ids?: string[]
}

/**
 * Wakes the driver's page of a route and the trackers of everybody who waits
 * for it: how many stops come before theirs may have changed.
 */
export const publishRouteStep = createStep(
  "publish-route",
  async ({ route_id, booking_ids = [] }: Input, { container }) => {
    const waiting = route_id
      ? await deliveryService(container).listOpenBookings(route_id)
      : []
    const topics = [
      ...(route_id ? [routeTopic(route_id)] : []),
      ...new Set([...waiting, ...booking_ids].map(trackerTopic)),
    ]
    const hub = getSseHub()
    await Promise.all(
      topics.map((topic) => hub.publish(topic, { event: "changed", data: {} }))
    )
    return new StepResponse(topics.length)
  }
)
