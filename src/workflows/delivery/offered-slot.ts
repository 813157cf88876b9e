import { slotOffer } from "../../modules/delivery/domain/slot-offer"
import { remainingOrders } from "../../modules/delivery/domain/slots"
import type { OfferedSlotRow } from "../../modules/delivery/queries/slots"
import type { DeliverySlot } from "../../sdk/types"
import type { CartDeliveryFacts } from "./cart-facts"
import { buyerOf, demandIn, priceOf } from "./goods"

/** A slot as it is offered to a cart, or to an order with the same goods. */
export function offeredSlot(
  slot: OfferedSlotRow,
  facts: Pick<
    CartDeliveryFacts,
    "lines" | "customer_group_ids" | "currency_code"
  >,
  now: Date
): Omit<DeliverySlot, "recommended" | "saved_metres"> {
  const buyer = buyerOf(facts)
  return {
    id: slot.id,
    district_id: slot.district_id,
    date: slot.date,
    starts_at: slot.starts_at.toISOString(),
    ends_at: slot.ends_at.toISOString(),
    cutoff_at: slot.cutoff_at.toISOString(),
    price: priceOf(slot, buyer, facts.currency_code),
    currency_code: facts.currency_code,
    minimum_order: slot.minimum_order,
    free_over: slot.free_over,
    opens_at: slot.opens_at?.toISOString() ?? null,
    remaining: remainingOrders(slot),
    ...slotOffer(slot, buyer, demandIn(slot, facts), now),
  }
}
