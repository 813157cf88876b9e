import type { LocalDate } from "./local-time"

/**
 * How far a move of a proposal has come. `waiting` is accepted and not yet
 * done: whoever finds it does it. `left_out` was unchecked by the owner,
 * `refused` was no longer possible.
 */
export const MOVE_STATES = [
  "proposed",
  "left_out",
  "waiting",
  "moved",
  "refused",
] as const
export type MoveState = (typeof MOVE_STATES)[number]

/** A slot when the proposal was made; instants as ISO 8601. */
export type MoveSlot = {
  slot_id: string
  date: LocalDate
  starts_at: string
  ends_at: string
}

/** How the customer of a move hears of it: by e-mail, or the shop has to call. */
export const TOLD_BY = ["email", "call"] as const
export type ToldBy = (typeof TOLD_BY)[number]

/** A move as it is kept in `delivery_grouping.moves`. */
export type StoredMove = {
  booking_id: string
  order_id: string
  district: { id: string; name: string }
  from: MoveSlot
  to: MoveSlot
  saved_metres: number
  state: MoveState
  /** Why it was refused. */
  reason: string | null
  /** Once it was made. */
  told: ToldBy | null
}

/**
 * The moves once the owner has accepted: those that were chosen wait to be
 * made, the others are left out.
 *
 * @param bookingIds - all when left out
 */
export function acceptMoves(
  moves: readonly StoredMove[],
  bookingIds?: readonly string[]
): StoredMove[] {
  const chosen = bookingIds && new Set(bookingIds)
  return moves.map((move) => ({
    ...move,
    state: !chosen || chosen.has(move.booking_id) ? "waiting" : "left_out",
  }))
}

/** How a move ended. */
export type MoveOutcome = {
  booking_id: string
  state: "moved" | "refused"
  reason: string | null
  told: ToldBy | null
}

/** Notes how moves ended; those that do not wait are not touched. */
export function settleMoves(
  moves: readonly StoredMove[],
  outcomes: readonly MoveOutcome[]
): StoredMove[] {
  const byBooking = new Map(outcomes.map((each) => [each.booking_id, each]))
  return moves.map((move) => {
    const outcome = byBooking.get(move.booking_id)
    return outcome && move.state === "waiting" ? { ...move, ...outcome } : move
  })
}
