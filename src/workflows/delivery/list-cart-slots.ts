import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../lib/current-options"
import { demandOf } from "../../modules/delivery/domain/demand"
import {
  addDays,
  LocalDate,
  toLocalDate,
} from "../../modules/delivery/domain/local-time"
import type { ListSlotsResponse } from "../../sdk/types"
import { cartDeliveryFacts } from "./cart-facts"
import { deliveryService } from "./module"
import { offeredSlot } from "./offered-slot"
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
    rows.map((row) => ({
      ...offeredSlot(row, facts, now),
      recommended: false,
      saved_metres: null,
    })),
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
