import { fits, remainingOrders } from "../../modules/delivery/domain/slots"
import type { SlotChoice } from "../../modules/delivery/domain/suggest"
import type { SlotLoadRow } from "../../modules/delivery/queries/tours"
import type { SlotState, SlotTime } from "../../sdk/types"

/** What an order takes of a slot, and the slot it has a place in already. */
export type OrderLoad = {
  weight_grams: number
  minutes: number
  slot_id: string | null
}

/** Whether the shop may put an order into a slot: early or small orders are its own business. */
export function shopSlotState(
  slot: SlotLoadRow,
  order: OrderLoad,
  now: Date
): SlotState {
  if (!slot.is_open || slot.cutoff_at <= now) {
    return "closed"
  }
  const hasPlace = slot.id === order.slot_id
  return hasPlace || (remainingOrders(slot) > 0 && fits(slot, order))
    ? "open"
    : "full"
}

/** A slot as `domain/suggest` weighs it: the order's own place is not counted against it. */
export function toSlotChoice(
  slot: SlotLoadRow,
  order: OrderLoad,
  now: Date
): SlotChoice {
  const own = slot.id === order.slot_id ? 1 : 0
  return {
    id: slot.id,
    date: slot.date,
    starts_at: slot.starts_at.getTime(),
    open: shopSlotState(slot, order, now) === "open",
    capacity_orders: slot.capacity_orders,
    reserved_orders: slot.reserved_orders - own,
  }
}

/** A slot as a day and its times. */
export const toSlotTime = (slot: {
  id: string
  date: string
  starts_at: Date
  ends_at: Date
}): SlotTime => ({
  slot_id: slot.id,
  date: slot.date,
  starts_at: slot.starts_at.toISOString(),
  ends_at: slot.ends_at.toISOString(),
})
