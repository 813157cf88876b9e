import { BookingStatus } from "./booking-status"
import type { StopProgress } from "./delivery-stage"
import { Offer } from "./slot-offer"
import { fits, remainingOrders, SlotLoad } from "./slots"

/** Why a slot can no longer be changed. */
export type SlotChangeReason =
  "no_slot" | "cut_off" | "on_route" | "delivered" | "canceled"

/** What of a booking decides; undefined for an order that has none. */
export type ChangeableBooking = StopProgress & { status: BookingStatus }

/**
 * Why the shop cannot change an order's slot; null when it can. A delivery that
 * failed can be given another time.
 */
export function shopChangeClosed(
  booking: ChangeableBooking | undefined,
  isCanceled: boolean
): Exclude<SlotChangeReason, "no_slot" | "cut_off"> | null {
  if (isCanceled) {
    return "canceled"
  }
  if (booking?.status === "delivered") {
    return "delivered"
  }
  const { stop_status } = booking ?? {}
  return stop_status && stop_status !== "failed" ? "on_route" : null
}

/** Why a customer cannot change her slot any more; null when she can. */
export function customerChangeClosed(
  booking: (ChangeableBooking & { cutoff_at: Date }) | undefined,
  isCanceled: boolean,
  now: Date
): SlotChangeReason | null {
  const closed = shopChangeClosed(booking, isCanceled)
  if (closed || !booking) {
    return closed ?? "no_slot"
  }
  // After a failure somebody is in touch: what happens next is agreed with her.
  return booking.cutoff_at <= now || booking.stop_status ? "cut_off" : null
}

/**
 * What a customer is offered in exchange for the slot she has: nothing is
 * charged or paid back afterwards, so nothing dearer.
 */
export function exchangeOffer<TReason extends string>(
  offer: { state: Offer["state"]; reason: TReason | null },
  price: number,
  charged: number
): { state: Offer["state"]; reason: TReason | "dearer" | null } {
  return offer.state === "open" && price > charged
    ? { state: "closed", reason: "dearer" }
    : offer
}

export type ShopOffer = Offer & {
  /** Its cut-off is over, but there is room. */
  can_force: boolean
}

/**
 * What the shop may choose: price, minimum order and early groups bind
 * customers only, what a slot holds binds everybody.
 */
export function shopOffer(
  slot: SlotLoad & { ends_at: Date },
  load: { weight_grams: number; minutes: number },
  now: Date
): ShopOffer {
  const hasPlace = remainingOrders(slot) > 0
  const hasRoom = hasPlace && fits(slot, load)
  if (!slot.is_open) {
    return { state: "closed", reason: null, can_force: false }
  }
  if (slot.cutoff_at <= now) {
    return {
      state: "closed",
      reason: "cut_off",
      can_force: hasRoom && slot.ends_at > now,
    }
  }
  return {
    state: hasRoom ? "open" : "full",
    reason: hasPlace && !hasRoom ? "too_heavy" : null,
    can_force: false,
  }
}
