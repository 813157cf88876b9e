import { z } from "@medusajs/framework/zod"

const slotSchema = z.object({
  slot_id: z.string(),
  /** The shop's day. */
  date: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
})

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

export const storedMoveSchema = z.object({
  booking_id: z.string(),
  order_id: z.string(),
  district: z.object({ id: z.string(), name: z.string() }),
  from: slotSchema,
  to: slotSchema,
  saved_metres: z.number(),
  state: z.enum(MOVE_STATES),
  /** Why it was refused. */
  reason: z.string().nullable(),
})
/** A move as it is kept in `delivery_grouping.moves`. */
export type StoredMove = z.infer<typeof storedMoveSchema>

const storedMovesSchema = z.array(storedMoveSchema)

/** The moves of a stored proposal. */
export const parseMoves = (stored: unknown): StoredMove[] =>
  storedMovesSchema.parse(stored)

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
}

/** Notes how moves ended; those that do not wait are not touched. */
export function settleMoves(
  moves: readonly StoredMove[],
  outcomes: readonly MoveOutcome[]
): StoredMove[] {
  const byBooking = new Map(outcomes.map((each) => [each.booking_id, each]))
  return moves.map((move) => {
    const outcome = byBooking.get(move.booking_id)
    return outcome && move.state === "waiting"
      ? { ...move, state: outcome.state, reason: outcome.reason }
      : move
  })
}
