import { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"

import { DeliveryStage, deliveryStage } from "./domain/delivery-stage"
import { trackedBooking, TrackedBookingRow } from "./queries/tracked"
import { CalendarService } from "./parts/calendar"
import { sqlOf } from "./parts/data"

export type { ReleaseInput } from "./parts/places"

export type TrackedBooking = Omit<
  TrackedBookingRow,
  "status" | "stop_status" | "route_status"
> & { stage: DeliveryStage }

/**
 * The service of the context. Its parts build on each other, each in its file:
 * generated data access, places in slots, routes, driving, the calendar; here is
 * what a customer is shown.
 */
class DeliveryModuleService extends CalendarService {
  /** What a tracking link shows; null when it is unknown or its time is over. */
  @InjectManager()
  async retrieveTrackedBooking(
    tokenHash: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<TrackedBooking | null> {
    const row = await trackedBooking(sqlOf(context), tokenHash, now)
    if (!row) {
      return null
    }
    const { status, stop_status, route_status, ...tracked } = row
    const stage = deliveryStage(status, { stop_status, route_status })
    return stage ? { ...tracked, stage } : null
  }
}

export default DeliveryModuleService
