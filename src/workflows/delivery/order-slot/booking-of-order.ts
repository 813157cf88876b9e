import { MedusaContainer } from "@medusajs/framework/types"

import type { BookingListRow } from "../../../modules/delivery/queries/booking-list"
import type { OfferedSlotRow } from "../../../modules/delivery/queries/slots"
import { deliveryService } from "../module"

/** More than one order is ever given, canceled ones included. */
const MOST = 50

/** The living booking of an order with its slot; null for an order without. */
export async function findBookingOfOrder(
  orderId: string,
  container: MedusaContainer
): Promise<{ booking: BookingListRow; slot: OfferedSlotRow } | null> {
  const delivery = deliveryService(container)
  const { rows } = await delivery.pageBookings(
    {
      order_id: [orderId],
      status: ["held", "committed", "booked", "delivered"],
    },
    { limit: MOST, offset: 0 }
  )
  const slot = rows[0] && (await delivery.retrieveSlot(rows[0].slot_id))
  return rows[0] && slot ? { booking: rows[0], slot } : null
}
