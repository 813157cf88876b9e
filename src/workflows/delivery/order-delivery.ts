import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../lib/current-options"
import { deliveryStage } from "../../modules/delivery/domain/delivery-stage"
import type { BookingListRow } from "../../modules/delivery/queries/booking-list"
import type {
  BookingRoute,
  BookingStatus,
  OrderDelivery,
} from "../../sdk/types"
import { bookingRoute } from "./booking-route"
import { deliveryService } from "./module"
import { trackingLink } from "./tracking-link"

export type FoundOrderDelivery = {
  delivery: OrderDelivery
  booking: {
    booking_id: string
    status: BookingStatus
    route: BookingRoute | null
  }
}

/** The delivery of an order: its living booking, else the one last canceled; null without any. */
export async function retrieveOrderDelivery(
  orderId: string,
  container: MedusaContainer
): Promise<FoundOrderDelivery | null> {
  const { rows } = await deliveryService(container).pageBookings(
    { order_id: [orderId] },
    { limit: 20, offset: 0 }
  )
  const row =
    rows.find(({ status }) => status !== "released") ?? rows[rows.length - 1]
  const stage = row && deliveryStage(row.status, row)
  if (!stage || !row.tracking_token) {
    return null
  }
  return {
    delivery: toOrderDelivery(row, stage, row.tracking_token),
    booking: {
      booking_id: row.id,
      status: row.status,
      route: bookingRoute(row),
    },
  }
}

function toOrderDelivery(
  row: BookingListRow,
  stage: OrderDelivery["stage"],
  encryptedToken: string
): OrderDelivery {
  const options = getCurrentOptions()
  return {
    stage,
    slot: {
      id: row.slot_id,
      date: row.date,
      starts_at: row.starts_at.toISOString(),
      ends_at: row.ends_at.toISOString(),
      time_zone: options.timeZone,
      district: { id: row.district_id, name: row.district_name },
    },
    delivered_at: row.delivered_at?.toISOString() ?? null,
    ...trackingLink(encryptedToken, options),
  }
}
