import { MedusaContainer } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../../lib/current-options"
import {
  addDays,
  LocalDate,
  toLocalDate,
} from "../../../modules/delivery/domain/local-time"
import type { RefusedProduct } from "../../../modules/delivery/domain/product-days"
import type { OfferedSlotRow } from "../../../modules/delivery/queries/slots"
import type { District, ListSlotsResponse } from "../../../sdk/types"
import { deliveryService } from "../module"
import { resolveDistrict } from "../resolve-district"
import { SlotOrder } from "./read-order"
import { refusedProductsOf } from "./refused-products"

/** Days in the shop's zone, inclusive; today to the horizon when left out. */
export type DayRange = { from?: LocalDate; to?: LocalDate }

export type FoundSlots = {
  rows: OfferedSlotRow[]
  reason: ListSlotsResponse["reason"]
  district: District | null
  time_zone: string
  /** Which products keep the order from a day of the range. */
  refusedOn: (date: LocalDate) => RefusedProduct[]
}

/** The slots of an order's address, soonest first; when there are none, why. */
export async function findSlotsOfOrder(
  order: SlotOrder,
  booked: { date: LocalDate } | null,
  range: DayRange,
  now: Date,
  container: MedusaContainer
): Promise<FoundSlots> {
  const { timeZone, delivery } = getCurrentOptions()
  const none = {
    rows: [],
    district: null,
    time_zone: timeZone,
    refusedOn: () => [],
  }
  if (!order.address) {
    return { ...none, reason: "no_address" }
  }
  const district = await resolveDistrict(order.address, container)
  if (!district) {
    return { ...none, reason: "no_district" }
  }
  const today = toLocalDate(now, timeZone)
  const from = range.from ?? today
  const to = range.to ?? addDays(today, delivery.horizonDays)
  const rows = await deliveryService(container).listSlotsOfDistrict({
    district_id: district.id,
    from,
    to,
    now,
  })
  return {
    rows,
    reason: rows.length ? null : "no_slots",
    district,
    time_zone: timeZone,
    refusedOn: await refusedProductsOf(
      order,
      { from, to, booked: booked?.date ?? null },
      container
    ),
  }
}
