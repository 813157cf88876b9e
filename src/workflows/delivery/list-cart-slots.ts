import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../lib/current-options"
import { demandOf } from "../../modules/delivery/domain/demand"
import {
  addDays,
  LocalDate,
  toLocalDate,
} from "../../modules/delivery/domain/local-time"
import { slotOffer } from "../../modules/delivery/domain/slot-offer"
import { remainingOrders } from "../../modules/delivery/domain/slots"
import type { OfferedSlotRow } from "../../modules/delivery/queries/slots"
import type { DeliverySlot, ListSlotsResponse } from "../../sdk/types"
import { CartDeliveryFacts, cartDeliveryFacts } from "./cart-facts"
import { buyerOf, demandIn, priceOf } from "./goods"
import { deliveryService } from "./module"
import { withProductDays } from "./product-refusal"
import { withRecommendation } from "./recommend-slot"
import { resolveDistrict } from "./resolve-district"

/**
 * The slots a cart can choose from, soonest first; when there are none, why.
 *
 * @param cart - with the fields of `CART_DELIVERY_FIELDS`
 * @param range - days in the shop's zone, inclusive; today to the horizon when left out
 */
export async function listCartSlots(
  cart: unknown,
  range: { from?: LocalDate; to?: LocalDate },
  now: Date,
  container: MedusaContainer
): Promise<ListSlotsResponse> {
  const { timeZone, delivery } = getCurrentOptions()
  const none = { slots: [], district: null, time_zone: timeZone }
  const facts = cartDeliveryFacts(cart)
  if (!facts.address) {
    return { ...none, reason: "no_address" }
  }
  const district = await resolveDistrict(facts.address, container)
  if (!district) {
    return { ...none, reason: "no_district" }
  }
  const today = toLocalDate(now, timeZone)
  const rows = await deliveryService(container).listSlotsOfDistrict({
    district_id: district.id,
    from: range.from ?? today,
    to: range.to ?? addDays(today, delivery.horizonDays),
    now,
  })
  const { products } = demandOf(facts.lines, 0)
  const slots = await withProductDays(
    rows.map((row) => toDeliverySlot(row, facts, now)),
    { cart_id: facts.cart_id, products },
    today,
    container
  )
  return {
    slots: await withRecommendation(slots, rows, facts, now, container),
    reason: rows.length ? null : "no_slots",
    district,
    time_zone: timeZone,
  }
}

/** A slot as it is offered to a cart, or to an order with the same facts. */
export function toDeliverySlot(
  slot: OfferedSlotRow,
  facts: Pick<
    CartDeliveryFacts,
    "lines" | "customer_group_ids" | "currency_code"
  >,
  now: Date
): DeliverySlot {
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
    recommended: false,
    saved_metres: null,
  }
}
