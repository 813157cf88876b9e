import { slotOffer } from "../../../modules/delivery/domain/slot-offer"
import { remainingOrders } from "../../../modules/delivery/domain/slots"
import type { OfferedSlotRow } from "../../../modules/delivery/queries/slots"
import type { OrderSlot } from "../../../sdk/types"
import { buyerOf, demandIn, priceOf } from "../goods"
import { SlotOrder } from "./read-order"

/** A slot as a cart with the same goods would be offered it. */
export function toOrderSlot(
  slot: OfferedSlotRow,
  order: SlotOrder,
  now: Date
): OrderSlot {
  const buyer = buyerOf(order)
  return {
    id: slot.id,
    district_id: slot.district_id,
    date: slot.date,
    starts_at: slot.starts_at.toISOString(),
    ends_at: slot.ends_at.toISOString(),
    cutoff_at: slot.cutoff_at.toISOString(),
    price: priceOf(slot, buyer, order.currency_code),
    currency_code: order.currency_code,
    minimum_order: slot.minimum_order,
    free_over: slot.free_over,
    opens_at: slot.opens_at?.toISOString() ?? null,
    remaining: remainingOrders(slot),
    ...slotOffer(slot, buyer, demandIn(slot, order), now),
  }
}
