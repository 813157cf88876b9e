import { BELOW_MINIMUM, SLOT_CLOSED, SLOT_NOT_YET } from "./refusals"
import { Buyer } from "./slot-price"
import { fits, remainingOrders, SlotLoad } from "./slots"

/** Why a buyer cannot have a slot that others may. */
export type OfferReason = "cut_off" | "not_yet" | "below_minimum" | "too_heavy"

/** What decides who may have a slot. */
export type SlotTerms = {
  minimum_order: number | null
  early_group_ids: readonly string[]
  /** From when everybody may book; null for as soon as it is made. */
  opens_at: Date | null
}

export type Offer = {
  state: "open" | "full" | "closed"
  reason: OfferReason | null
}

/**
 * What a buyer is offered. Closed beats full, since a place cannot come back
 * after the cut-off. Without minutes for one more stop a slot is full for
 * everybody; too heavy is only this cart.
 *
 * @param load - what the buyer would take
 */
export function slotOffer(
  slot: SlotLoad & SlotTerms,
  buyer: Buyer,
  load: { weight_grams: number; minutes: number },
  now: Date
): Offer {
  if (!slot.is_open) {
    return { state: "closed", reason: null }
  }
  const reason =
    slot.cutoff_at <= now ? "cut_off" : termsReason(slot, buyer, now)
  if (reason) {
    return { state: "closed", reason }
  }
  if (
    remainingOrders(slot) === 0 ||
    !fits(slot, { weight_grams: 0, minutes: load.minutes })
  ) {
    return { state: "full", reason: null }
  }
  return fits(slot, load)
    ? { state: "open", reason: null }
    : { state: "full", reason: "too_heavy" }
}

/** Which term a buyer does not meet; null when all are met. */
export function termsReason(
  { opens_at, early_group_ids, minimum_order }: SlotTerms,
  buyer: Buyer,
  now: Date
): "not_yet" | "below_minimum" | null {
  const isEarly = buyer.customer_group_ids.some((id) =>
    early_group_ids.includes(id)
  )
  if (opens_at !== null && opens_at > now && !isEarly) {
    return "not_yet"
  }
  return minimum_order !== null && buyer.goods_value < minimum_order
    ? "below_minimum"
    : null
}

/** Why a place in a slot is refused, in words; null when the terms are met. */
export function termsRefusal(
  slot: SlotTerms & { id: string },
  buyer: Buyer,
  now: Date
): { code: string; message: string } | null {
  switch (termsReason(slot, buyer, now)) {
    case "not_yet":
      return {
        code: SLOT_NOT_YET,
        message: `Delivery slot ${slot.id} opens to everybody at ${slot.opens_at?.toISOString()}. Choose another slot, or come back then.`,
      }
    case "below_minimum":
      return {
        code: BELOW_MINIMUM,
        message: `Delivery slot ${slot.id} is for goods of at least ${slot.minimum_order}; these are worth ${buyer.goods_value}. Add goods, or choose another slot.`,
      }
    default:
      return null
  }
}

/** Why nothing is sold in a slot, in words; null while it is on sale. */
export function offSaleRefusal(
  slot: { id: string; is_open: boolean; cutoff_at: Date },
  now: Date
): { code: string; message: string } | null {
  if (slot.is_open && slot.cutoff_at > now) {
    return null
  }
  return {
    code: SLOT_CLOSED,
    message: slot.is_open
      ? `Delivery slot ${slot.id} is closed: its cut-off was ${slot.cutoff_at.toISOString()}. Choose another slot.`
      : `Delivery slot ${slot.id} is not on sale. Choose another slot.`,
  }
}
