import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { GeoPoint } from "../../../modules/delivery/domain/distance"
import type { StopToOrder } from "../../../modules/delivery/domain/order-stops"
import type { UnplannedBooking } from "../../../sdk/types"
import { findDepot } from "../depot"
import { deliveryService } from "../module"
import { LocatedBooking, locateBookings } from "../plan-stop"

/** As many as a route may have, see `MOST_STOPS`. */
const MOST = 500

export type PlannedStop = StopToOrder & {
  position: LocatedBooking["position"]
}

type PlanFacts = {
  depot: GeoPoint | null
  stops: PlannedStop[]
  unassigned: UnplannedBooking[]
}

/** Collects what a plan of a day is made from; writes nothing. */
export const readPlanFactsStep = createStep(
  "read-plan-facts",
  async (
    { date, district_ids }: { date: string; district_ids?: string[] },
    { container }
  ) => {
    const bookings = await deliveryService(container).listPlannableBookings(
      { date, district_ids },
      2 * MOST
    )
    const located = await locateBookings(bookings, container)
    const placed = located.filter(({ is_draft }) => !is_draft)
    const withPoint = placed.filter(({ point }) => point)
    return new StepResponse<PlanFacts>({
      depot: await findDepot(container),
      stops: withPoint.slice(0, MOST).flatMap(toStop),
      unassigned: [
        ...located
          .filter(({ is_draft }) => is_draft)
          .map((each) => toUnplanned(each, "draft")),
        ...placed
          .filter(({ point }) => !point)
          .map((each) => toUnplanned(each, "no_position")),
        ...withPoint.slice(MOST).map((each) => toUnplanned(each, "too_many")),
      ],
    })
  }
)

function toStop({ booking, point, position }: LocatedBooking): PlannedStop[] {
  return point
    ? [
        {
          id: booking.id,
          point,
          position,
          starts_at: new Date(booking.starts_at).getTime(),
        },
      ]
    : []
}

function toUnplanned(
  { booking, display_id }: LocatedBooking,
  reason: UnplannedBooking["reason"]
): UnplannedBooking {
  return {
    booking_id: booking.id,
    order_id: booking.order_id,
    display_id,
    district: { id: booking.district_id, name: booking.district_name },
    reason,
  }
}
