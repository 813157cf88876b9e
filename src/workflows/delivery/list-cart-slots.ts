import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../lib/current-options"
import {
  addDays,
  LocalDate,
  toLocalDate,
} from "../../modules/delivery/domain/local-time"
import { remainingOrders, slotState } from "../../modules/delivery/domain/slots"
import type { SlotRow } from "../../modules/delivery/queries/types"
import type { DeliverySlot, ListSlotsResponse } from "../../sdk/types"
import { cartDeliveryFacts } from "./cart-facts"
import { deliveryService } from "./module"
import { resolveDistrict } from "./resolve-district"

/**
 * The slots a cart can choose from, soonest first; when there are none, why.
 *
 * @param cart - with the fields of `CART_DELIVERY_FIELDS`
 * @param range - days in the shop's zone, inclusive; today to the horizon when left out
 */
export async function listCartSlots(
  cart: { currency_code: string },
  range: { from?: LocalDate; to?: LocalDate },
  now: Date,
  container: MedusaContainer
): Promise<ListSlotsResponse> {
  const { timeZone, delivery } = getCurrentOptions()
  const none = { slots: [], district: null, time_zone: timeZone }
  const { address } = cartDeliveryFacts(cart)
  if (!address) {
    return { ...none, reason: "no_address" }
  }
  const district = await resolveDistrict(address, container)
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
  return {
    slots: rows.map((row) => toDeliverySlot(row, cart.currency_code, now)),
    reason: rows.length ? null : "no_slots",
    district,
    time_zone: timeZone,
  }
}

function toDeliverySlot(
  slot: SlotRow,
  currency_code: string,
  now: Date
): DeliverySlot {
  return {
    id: slot.id,
    district_id: slot.district_id,
    date: slot.date,
    starts_at: slot.starts_at.toISOString(),
    ends_at: slot.ends_at.toISOString(),
    cutoff_at: slot.cutoff_at.toISOString(),
    price: slot.price,
    currency_code,
    minimum_order: null,
    free_over: null,
    opens_at: null,
    remaining: remainingOrders(slot),
    state: slotState(slot, now),
    reason: null,
  }
}
