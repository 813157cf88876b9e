import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import type { GeoPoint } from "../../modules/delivery/domain/distance"
import { addDays, toLocalDate } from "../../modules/delivery/domain/local-time"
import type { PositionSource } from "../../modules/delivery/domain/route-status"
import { suggestSlots } from "../../modules/delivery/domain/suggest"
import type { OrderSuggestions } from "../../sdk/types"
import { cartDeliveryFacts } from "./cart-facts"
import { dayToursOf } from "./day-tours"
import { findDepot } from "./depot"
import { middlesOf, readDrivenBookings } from "./driven-bookings"
import { deliveryService } from "./module"
import { resolveDistrict } from "./resolve-district"
import {
  OrderLoad,
  shopSlotState,
  toSlotChoice,
  toSlotTime,
} from "./slot-choice"

const MOST_SLOTS = 500

/**
 * The best days for an order, for somebody who has its customer on the phone:
 * the slots of its district with the detour each means. Read anew each time.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function suggestForOrder(
  orderId: string,
  now: Date,
  container: MedusaContainer
): Promise<OrderSuggestions> {
  const delivery = deliveryService(container)
  const address = await addressOfOrder(orderId, container)
  const booked = await delivery.retrieveActiveSlot({ order_id: orderId })
  const district = address && (await resolveDistrict(address, container))
  const place = await placeOf(address, district?.id, container)
  const answer: OrderSuggestions = {
    order_id: orderId,
    reason: null,
    district: district && { id: district.id, name: district.name },
    position: place.position,
    asked: booked && toSlotTime(booked),
    slots: [],
  }
  if (!district) {
    return { ...answer, reason: "no_district" }
  }
  if (!place.point) {
    return { ...answer, reason: "no_position" }
  }
  const depot = await findDepot(container)
  if (!depot) {
    return { ...answer, reason: "no_depot" }
  }
  const slots = await rate(
    { order_id: orderId, district_id: district.id, point: place.point, depot },
    booked?.id ?? null,
    now,
    container
  )
  return slots
    ? { ...answer, slots, reason: slots.length ? null : "no_slots" }
    : { ...answer, reason: "too_many" }
}

async function addressOfOrder(orderId: string, container: MedusaContainer) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [order],
  } = await query.graph({
    entity: "order",
    fields: ["id", "shipping_address.*"],
    filters: { id: orderId },
  })
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} does not exist.`
    )
  }
  // An order's address says the same as a cart's.
  return cartDeliveryFacts(order).address
}

/** The address's own coordinates; else the middle of its district, an estimate. */
async function placeOf(
  address: { lat?: number | null; lng?: number | null } | null,
  districtId: string | undefined,
  container: MedusaContainer
): Promise<{ point: GeoPoint | null; position: PositionSource }> {
  const { lat, lng } = address ?? {}
  if (typeof lat === "number" && typeof lng === "number") {
    return { point: { lat, lng }, position: "address" }
  }
  const middle =
    districtId && (await middlesOf([districtId], container)).get(districtId)
  return middle
    ? { point: middle, position: "district" }
    : { point: null, position: "none" }
}

/** Null when there are too many deliveries to make tours of. */
async function rate(
  order: {
    order_id: string
    district_id: string
    point: GeoPoint
    depot: GeoPoint
  },
  asked: string | null,
  now: Date,
  container: MedusaContainer
): Promise<OrderSuggestions["slots"] | null> {
  const { timeZone, delivery } = getCurrentOptions()
  const today = toLocalDate(now, timeZone)
  const range = { from: today, to: addDays(today, delivery.horizonDays) }
  const rows = await deliveryService(container).listSlotLoads(
    { ...range, district_ids: [order.district_id] },
    MOST_SLOTS
  )
  const coming = rows.filter(({ ends_at }) => ends_at > now)
  const bookings = await readDrivenBookings(range, container)
  if (!bookings) {
    return null
  }
  const own = bookings.find(({ order_id }) => order_id === order.order_id)
  const load: OrderLoad = {
    weight_grams: own?.weight_grams ?? 0,
    minutes: own?.minutes ?? 0,
    slot_id: asked,
  }
  const others = bookings.filter((each) => each !== own)
  const byId = new Map(coming.map((slot) => [slot.id, slot]))
  return suggestSlots({
    point: order.point,
    depot: order.depot,
    slots: coming.map((slot) => toSlotChoice(slot, load, now)),
    tours: await dayToursOf(others, order.depot),
    asked,
  }).flatMap(({ slot_id, open: _, date: __, ...suggestion }) => {
    const slot = byId.get(slot_id)
    return slot
      ? [
          {
            ...toSlotTime(slot),
            ...suggestion,
            state: shopSlotState(slot, load, now),
          },
        ]
      : []
  })
}
