/** Where a booking stands. `held` and `committed` belong to a cart, `booked` and `delivered` to an order. */
export const BOOKING_STATUSES = [
  "held",
  "committed",
  "booked",
  "delivered",
  "released",
] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

export const RELEASE_REASONS = [
  "expired",
  "changed",
  "dropped",
  "failed",
  "canceled",
] as const
export type ReleaseReason = (typeof RELEASE_REASONS)[number]

const MOVES: Record<BookingStatus, readonly BookingStatus[]> = {
  // A held place may be booked at once where the host runs without our guard.
  held: ["committed", "booked", "released"],
  committed: ["booked", "held", "released"],
  booked: ["delivered", "released"],
  // Only its own workflow takes a delivery back: an event that comes twice must not.
  delivered: [],
  released: [],
}

export function canMove(from: BookingStatus, to: BookingStatus): boolean {
  return MOVES[from].includes(to)
}

/** The statuses from which a move leads to `to`; the condition of its UPDATE. */
export function movesTo(to: BookingStatus): BookingStatus[] {
  return BOOKING_STATUSES.filter((from) => canMove(from, to))
}
