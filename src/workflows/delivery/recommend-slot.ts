import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import { centroidOf } from "../../modules/delivery/domain/centroid"
import type { GeoPoint } from "../../modules/delivery/domain/distance"
import { addDays, toLocalDate } from "../../modules/delivery/domain/local-time"
import type { AddressFacts } from "../../modules/delivery/domain/resolve-district"
import {
  publicSaving,
  SlotChoice,
  suggestSlots,
} from "../../modules/delivery/domain/suggest"
import type { SlotRow } from "../../modules/delivery/queries/types"
import type { DeliverySlot } from "../../sdk/types"
import type { CartDeliveryFacts } from "./cart-facts"
import { errorMessage } from "./error-message"
import { deliveryService } from "./module"
import { toursWithin } from "./tour-cache"

/** A recommendation that takes longer is left out. */
const BUDGET_MS = 50

/** The slots of a cart with the one that may be recommended marked; the same slots where there is none. */
export async function withRecommendation(
  slots: DeliverySlot[],
  loads: readonly Pick<SlotRow, "id" | "capacity_orders" | "reserved_orders">[],
  cart: Pick<CartDeliveryFacts, "address" | "method">,
  now: Date,
  container: MedusaContainer
): Promise<DeliverySlot[]> {
  const byId = new Map(loads.map((load) => [load.id, load]))
  const choices = slots.flatMap(({ id, date, starts_at, state }) => {
    const load = byId.get(id)
    return load
      ? {
          id,
          date,
          starts_at: Date.parse(starts_at),
          open: state === "open",
          capacity_orders: load.capacity_orders,
          reserved_orders: load.reserved_orders,
        }
      : []
  })
  const best =
    cart.address &&
    (await recommendSlot(
      {
        address: cart.address,
        slots: choices,
        asked: cart.method?.slot_id ?? null,
      },
      now,
      container
    ))
  return best
    ? slots.map((slot) =>
        slot.id === best.slot_id
          ? { ...slot, recommended: true, saved_metres: best.saved_metres }
          : slot
      )
    : slots
}

/**
 * The slot that a customer may be told is best, with the saving as it may be
 * shown; null when there is none worth telling, or it is not known in time.
 * Never fails: without a recommendation the slots are still there.
 *
 * @param wish.slots - as they are offered to this customer, of her district
 * @param wish.asked - the slot she has chosen, if any
 */
async function recommendSlot(
  wish: {
    address: AddressFacts
    slots: readonly SlotChoice[]
    asked: string | null
  },
  now: Date,
  container: MedusaContainer
): Promise<{ slot_id: string; saved_metres: number } | null> {
  if (wish.slots.filter(({ open }) => open).length < 2) {
    return null
  }
  try {
    return await recommend(wish, now, container)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`No delivery day could be recommended: ${errorMessage(error)}`)
    return null
  }
}

async function recommend(
  { address, slots, asked }: Parameters<typeof recommendSlot>[0],
  now: Date,
  container: MedusaContainer
): ReturnType<typeof recommendSlot> {
  const { timeZone, delivery } = getCurrentOptions()
  const from = toLocalDate(now, timeZone)
  const days = { from, to: addDays(from, delivery.horizonDays) }
  const known = await toursWithin(BUDGET_MS, days, container)
  const point = known && (await placeOf(address, container))
  if (!known || !point) {
    return null
  }
  const best = suggestSlots({
    point,
    ...known,
    slots: slots.filter(({ date }) => date >= days.from && date <= days.to),
    asked,
  }).find(({ recommended }) => recommended)
  const saved_metres = publicSaving(best?.saved_metres ?? null)
  return best && saved_metres !== null
    ? { slot_id: best.slot_id, saved_metres }
    : null
}

/** The address's own coordinates; else the middle of its district. */
async function placeOf(
  address: AddressFacts,
  container: MedusaContainer
): Promise<GeoPoint | null> {
  const { lat, lng } = address
  if (typeof lat === "number" && typeof lng === "number") {
    return { lat, lng }
  }
  // From memory: the districts are kept there.
  const district = await deliveryService(container).resolveDistrict(address)
  return district?.boundary ? centroidOf(district.boundary) : null
}
