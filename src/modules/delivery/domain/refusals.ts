/**
 * Why a place in a slot was refused. The code travels in the error's `code`, so
 * that a storefront can react to it without reading the sentence.
 */
export const SLOT_FULL = "slot_full"
export const SLOT_CLOSED = "slot_closed"
/** Early customers only, so far. */
export const SLOT_NOT_YET = "slot_not_yet"
/** The goods are worth less than the slot's minimum order. */
export const BELOW_MINIMUM = "below_minimum"
/** The address is not in the slot's district, or in none. */
export const SLOT_NOT_OF_ADDRESS = "slot_not_of_address"
/** The cart's order is placed or being placed. */
export const CART_COMPLETED = "cart_completed"
/** District delivery was chosen without a slot, or its hold ran out. */
export const SLOT_REQUIRED = "slot_required"
/** The shipping method's amount is not the slot's price. */
export const SLOT_PRICE_CHANGED = "slot_price_changed"
/** More than may be paid in cash for this cart, see `domain/cash-limit`. */
export const CASH_NOT_ALLOWED = "cash_not_allowed"
/** The slot of an order can no longer be changed, or not to this one. */
export const SLOT_CHANGE_CLOSED = "slot_change_closed"

/** Some products of the cart are not delivered on the slot's day. */
export const PRODUCTS_NOT_THAT_DAY = "products_not_that_day"
/** Fewer are left of some products for the slot's day than the cart has. */
export const PRODUCTS_SOLD_OUT = "products_sold_out"

/** The route is not in a state that allows this. */
export const ROUTE_CLOSED = "route_closed"
/** Somebody else changed the route meanwhile. */
export const ROUTE_CHANGED = "route_changed"
/** The booking is on another route, delivered or canceled. */
export const BOOKING_TAKEN = "booking_taken"
/** The driver has not started the route. */
export const ROUTE_NOT_STARTED = "route_not_started"
/** The stop is delivered, removed or not of this route. */
export const STOP_CLOSED = "stop_closed"
/** Money is due and the driver has not said how much was handed over. */
export const CASH_REQUIRED = "cash_required"
/** Less than what is due was handed over and the driver has not confirmed it. */
export const CASH_SHORT = "cash_short"
/** The key of an action was used for another one. */
export const KEY_REUSED = "key_reused"
