/**
 * Why a place in a slot was refused. The code travels in the error's `code`, so
 * that a storefront can react to it without reading the sentence.
 */
export const SLOT_FULL = "slot_full"
export const SLOT_CLOSED = "slot_closed"
/** The address is not in the slot's district, or in none. */
export const SLOT_NOT_OF_ADDRESS = "slot_not_of_address"
/** The cart's order is placed or being placed. */
export const CART_COMPLETED = "cart_completed"
/** District delivery was chosen without a slot, or its hold ran out. */
export const SLOT_REQUIRED = "slot_required"
/** The shipping method's amount is not the slot's price. */
export const SLOT_PRICE_CHANGED = "slot_price_changed"
