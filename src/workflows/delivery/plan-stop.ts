import { MedusaContainer } from "@medusajs/framework/types"

import { centroidOf } from "../../modules/delivery/domain/centroid"
import type { GeoPoint } from "../../modules/delivery/domain/distance"
import type { PositionSource } from "../../modules/delivery/domain/route-status"
import type { PlannableBooking } from "../../modules/delivery/queries/plan"
import { knownPositions } from "./geocode/position-of-address"
import { positionOf, readStopOrders, StopOrder } from "./stop-orders"

/** A booking with where its driver has to go. */
export type LocatedBooking = {
  booking: Omit<PlannableBooking, "boundary">
  display_id: number | null
  /** Has a place but is not placed yet. */
  is_draft: boolean
  point: GeoPoint | null
  position: PositionSource
}

/** Finds out where bookings are to be delivered: their orders are read in one query. */
export async function locateBookings(
  bookings: readonly PlannableBooking[],
  container: MedusaContainer
): Promise<LocatedBooking[]> {
  const orders = await readStopOrders(
    bookings.map(({ order_id }) => order_id),
    container,
    "address"
  )
  // What a geocoder said at checkout is as good as the address's own coordinates.
  const known = await knownPositions(
    bookings.map(
      ({ order_id }) => orders.get(order_id)?.shipping_address ?? {}
    ),
    container
  )
  return bookings.map(({ boundary, ...booking }, index) => {
    const order = orders.get(booking.order_id)
    return {
      booking,
      display_id: order?.display_id ?? null,
      is_draft: Boolean(order?.is_draft_order),
      ...locate(order, known[index], boundary),
    }
  })
}

/** The address's own coordinates; else the middle of its district, an estimate. */
function locate(
  order: StopOrder | undefined,
  known: GeoPoint | null,
  boundary: PlannableBooking["boundary"]
): Pick<LocatedBooking, "point" | "position"> {
  const point = positionOf(order?.shipping_address?.metadata) ?? known
  if (point) {
    return { point, position: "address" }
  }
  const middle = boundary && centroidOf(boundary)
  return middle
    ? { point: middle, position: "district" }
    : { point: null, position: "none" }
}
