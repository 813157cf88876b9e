import type { HttpTypes } from "@medusajs/types"
import type {
  DeliverySlot,
  ListSlotsResponse,
  OrderSlot,
} from "medusa-plugin-cornerstore/sdk"

/**
 * A slot as the shop lists it for a cart, or for an order that wants another
 * one; which one suits its drivers is said when it is known.
 */
export type OfferedSlot = OrderSlot & {
  recommended?: boolean
  /** Way that the driver is spared. */
  saved_metres?: number | null
}

export type SlotDay = { date: string; slots: OfferedSlot[] }

/** The slots by the shop's day, in the order they come. */
export function byDay(slots: OfferedSlot[]): SlotDay[] {
  const days = new Map<string, OfferedSlot[]>()
  for (const slot of inOrder(slots)) {
    days.set(slot.date, [...(days.get(slot.date) ?? []), slot])
  }
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay }))
}

/**
 * What to offer somebody whose time was refused: the next one that is free, or
 * an earlier one when there is none after it.
 *
 * @param slots - as they are now
 * @param refused - the slot that was wanted
 */
export function nextOpen(
  slots: OfferedSlot[],
  refused: Pick<DeliverySlot, "id" | "starts_at">
): OfferedSlot | null {
  const open = inOrder(slots).filter(
    ({ id, state }) => state === "open" && id !== refused.id
  )
  return (
    open.find(({ starts_at }) => starts_at >= refused.starts_at) ??
    open[0] ??
    null
  )
}

/** The value of the goods by which a minimum goes: their prices, before promotions. */
export function goodsValue({
  items,
}: Pick<HttpTypes.StoreCart, "items">): number {
  const value = (items ?? []).reduce(
    (sum, { unit_price, quantity }) => sum + unit_price * quantity,
    0
  )
  // Floats: three times 19.99 must reach a minimum of 59.97.
  return Math.round(value * 10_000) / 10_000
}

function inOrder(slots: OfferedSlot[]): OfferedSlot[] {
  return slots.toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))
}

/** Why there is nothing to choose from, in plain words. */
export function whyNoSlots({
  reason,
  district,
}: Pick<ListSlotsResponse, "reason" | "district">): {
  title: string
  text: string
} {
  switch (reason) {
    case "no_address":
      return {
        title: "Where shall we bring it?",
        text: "We need your address first: it decides which times we can offer.",
      }
    case "no_district":
      return {
        title: "We do not deliver there yet",
        text: "Your address is outside every district we deliver to. Check the postal code and the city, or choose another address.",
      }
    default:
      return {
        title: "No time is free",
        text: `${district ? `Every delivery to ${district.name}` : "Every delivery"} is taken for the coming days. New times open every day.`,
      }
  }
}
