import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { centroidOf } from "../../modules/delivery/domain/centroid"
import type { GeoPoint } from "../../modules/delivery/domain/distance"
import { LocalDate } from "../../modules/delivery/domain/local-time"
import type { PositionSource } from "../../modules/delivery/domain/route-status"
import type { BookingToDrive } from "../../modules/delivery/queries/tours"
import { deliveryService } from "./module"
import { positionOf } from "./stop-orders"

/** As many deliveries as tours are made of at once. */
export const MOST_BOOKINGS = 2_000

/** A delivery with where its driver has to go. */
export type DrivenBooking = BookingToDrive & {
  point: GeoPoint | null
  position: PositionSource
}

/**
 * The deliveries of a range of days with their places: those of the addresses,
 * else the middle of their district. Three queries, however many there are.
 *
 * @returns null when there are more than `MOST_BOOKINGS`
 */
export async function readDrivenBookings(
  range: { from: LocalDate; to: LocalDate },
  container: MedusaContainer
): Promise<DrivenBooking[] | null> {
  const delivery = deliveryService(container)
  const bookings = await delivery.listBookingsToDrive(range, MOST_BOOKINGS + 1)
  if (bookings.length > MOST_BOOKINGS) {
    return null
  }
  const points = await pointsOfOrders(
    bookings.map(({ order_id }) => order_id),
    container
  )
  const unknown = bookings.filter(({ order_id }) => !points.has(order_id))
  const middles = await middlesOf(
    unknown.map(({ district_id }) => district_id),
    container
  )
  return bookings.map((booking) => {
    const point = points.get(booking.order_id)
    const middle = middles.get(booking.district_id)
    return {
      ...booking,
      point: point ?? middle ?? null,
      position: point ? "address" : middle ? "district" : "none",
    }
  })
}

const ordersSchema = z.array(
  z.object({
    id: z.string(),
    shipping_address: z.object({ metadata: z.unknown() }).nullish(),
  })
)

/** Coordinates that addresses have themselves. Without totals: those would read every line. */
async function pointsOfOrders(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, GeoPoint>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "shipping_address.metadata"],
    filters: { id: ids },
  })
  return new Map(
    ordersSchema.parse(data).flatMap(({ id, shipping_address }) => {
      const point = positionOf(shipping_address?.metadata)
      return point ? [[id, point] as const] : []
    })
  )
}

/** The middle of each district that is drawn. */
export async function middlesOf(
  districtIds: readonly string[],
  container: MedusaContainer
): Promise<Map<string, GeoPoint>> {
  const areas = await deliveryService(container).listDistrictAreas([
    ...new Set(districtIds),
  ])
  return new Map(
    areas.flatMap(({ id, boundary }) => {
      const middle = boundary && centroidOf(boundary)
      return middle ? [[id, middle] as const] : []
    })
  )
}
