import { MedusaContainer } from "@medusajs/framework/types"

import {
  customerChangeClosed,
  exchangeOffer,
  shopOffer,
} from "../../../modules/delivery/domain/slot-change"
import type {
  AdminOrderSlotsResponse,
  OrderSlot,
  OrderSlotsResponse,
} from "../../../sdk/types"
import { demandIn } from "../goods"
import { deliveryService } from "../module"
import { offeredSlot } from "../offered-slot"
import { findBookingOfOrder } from "./booking-of-order"
import { DayRange, findSlotsOfOrder } from "./list-slots"
import { SlotOrder } from "./read-order"

/** Which products keep an order from a day is said before what else does. */
const ofProducts = { state: "closed", reason: "products" } as const

/** The slots a customer can exchange hers for, and until when. */
export async function listOrderSlots(
  order: SlotOrder,
  range: DayRange,
  now: Date,
  container: MedusaContainer
): Promise<OrderSlotsResponse> {
  const booked = await findBookingOfOrder(order.order_id, container)
  const { rows, refusedOn, ...found } = await findSlotsOfOrder(
    order,
    booked?.slot ?? null,
    range,
    now,
    container
  )
  const closed = customerChangeClosed(
    booked
      ? { ...booked.booking, cutoff_at: booked.slot.cutoff_at }
      : undefined,
    order.is_canceled,
    now
  )
  const charged = order.charged ?? 0
  return {
    ...found,
    slots: rows.map((row): OrderSlot => {
      const slot = offeredSlot(row, order, now)
      return {
        ...slot,
        ...(refusedOn(row.date).length && slot.state === "open"
          ? ofProducts
          : exchangeOffer(slot, slot.price, charged)),
      }
    }),
    booked_slot_id: booked?.slot.id ?? null,
    change: {
      is_open: closed === null,
      until: booked?.slot.cutoff_at.toISOString() ?? null,
      reason: closed,
      charged,
      currency_code: order.currency_code,
    },
  }
}

/** The slots the shop can choose for an order. */
export async function listAdminOrderSlots(
  order: SlotOrder,
  range: DayRange,
  now: Date,
  container: MedusaContainer
): Promise<AdminOrderSlotsResponse> {
  const booked = await deliveryService(container).retrieveActiveSlot({
    order_id: order.order_id,
  })
  const { rows, refusedOn, ...found } = await findSlotsOfOrder(
    order,
    booked,
    range,
    now,
    container
  )
  return {
    ...found,
    slots: rows.map((row) => {
      const offer = shopOffer(row, demandIn(row, order), now)
      return {
        ...offeredSlot(row, order, now),
        ...(refusedOn(row.date).length && offer.state === "open"
          ? { ...ofProducts, can_force: false }
          : offer),
      }
    }),
    booked_slot_id: booked?.id ?? null,
  }
}
