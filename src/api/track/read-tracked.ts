import { MedusaRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import { hashToken, isToken } from "../../lib/token"
import { DELIVERY_MODULE } from "../../modules/delivery"
import DeliveryModuleService, {
  TrackedBooking,
} from "../../modules/delivery/service"
import { TrackerState } from "../../sdk/types"
import { toTrackerState } from "./tracker-state"

/**
 * Finds the booking behind a tracking link.
 *
 * @returns null when the link is unknown or has expired
 */
export async function findTracked(
  scope: MedusaRequest["scope"],
  token: string
): Promise<TrackedBooking | null> {
  if (!isToken(token)) {
    return null
  }
  const delivery: DeliveryModuleService = scope.resolve(DELIVERY_MODULE)
  return await delivery.retrieveTrackedBooking(hashToken(token), new Date())
}

/** Puts together what the link shows of a booking. */
export async function readTrackerState(
  scope: MedusaRequest["scope"],
  booking: TrackedBooking
): Promise<TrackerState> {
  return toTrackerState(
    booking,
    await readOrderNumber(scope, booking.order_id),
    getCurrentOptions().timeZone
  )
}

async function readOrderNumber(
  scope: MedusaRequest["scope"],
  orderId: string | null
): Promise<number | null> {
  if (!orderId) {
    return null
  }
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["display_id"],
    filters: { id: orderId },
  })
  return data[0]?.display_id ?? null
}

/** The answer for links that are unknown, cut short or expired: all alike. */
export function unknownLink(): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "This tracking link is not known or has expired: check that it is complete, or ask the shop for a new one"
  )
}
