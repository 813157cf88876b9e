import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../../lib/current-options"
import { shopChangeClosed } from "../../../modules/delivery/domain/slot-change"
import type { AdminOrderSlotResponse } from "../../../sdk/types"
import { buyerOf, priceOf } from "../goods"
import { findBookingOfOrder } from "./booking-of-order"
import { readSlotOrder } from "./read-order"

/**
 * The slot of an order or a draft, and whether it should have one.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function retrieveOrderSlot(
  orderId: string,
  container: MedusaContainer
): Promise<AdminOrderSlotResponse> {
  const order = await readSlotOrder(orderId, container)
  const booked = await findBookingOfOrder(orderId, container)
  return {
    delivery_slot: booked && {
      id: booked.slot.id,
      booking_id: booked.booking.id,
      date: booked.slot.date,
      starts_at: booked.slot.starts_at.toISOString(),
      ends_at: booked.slot.ends_at.toISOString(),
      cutoff_at: booked.slot.cutoff_at.toISOString(),
      price: priceOf(booked.slot, buyerOf(order), order.currency_code),
      district: {
        id: booked.booking.district_id,
        name: booked.booking.district_name,
      },
    },
    is_missing: !booked && order.charged !== null && !order.is_canceled,
    is_draft: order.is_draft,
    closed: shopChangeClosed(booked?.booking, order.is_canceled),
    charged: order.charged,
    currency_code: order.currency_code,
    time_zone: getCurrentOptions().timeZone,
  }
}
