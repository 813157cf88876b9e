import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { Actor } from "../../lib/actor"
import type {
  MoveOutcome,
  StoredMove,
} from "../../modules/delivery/domain/grouping-moves"
import { errorMessage } from "./error-message"
import { deliveryService } from "./module"
import { moveOrderSlotWorkflow } from "./order-slot/move-order-slot"
import { tellCustomerOfMove } from "./tell-customer-of-move"
import { forgetTours } from "./tour-cache"

/** What another time would not change: somebody else was quicker, or the shop's rules say no. */
const refusalSchema = z.object({
  type: z.enum([
    MedusaError.Types.NOT_ALLOWED,
    MedusaError.Types.NOT_FOUND,
    MedusaError.Types.INVALID_DATA,
  ]),
  message: z.string(),
})

const NO_SLOT = "The order has no delivery slot any more."

/**
 * Makes the moves of an accepted proposal that still wait, one after the other,
 * and notes of each how it ended. A move that is no longer possible is refused
 * and the others go on; one that fails for another reason keeps waiting, for
 * the reconciler. Never throws for a single move.
 *
 * Done twice, or by two at once, it changes nothing: a booking that is in its
 * new slot is moved already, and one that is in neither is left where it is.
 */
export async function makeGroupedMoves(
  groupingId: string,
  actor: Actor,
  container: MedusaContainer
): Promise<{ moved: number; refused: number; waiting: number }> {
  const delivery = deliveryService(container)
  const { moves } = await delivery.retrieveGrouping(groupingId)
  const counts = { moved: 0, refused: 0, waiting: 0 }
  for (const move of moves.filter(({ state }) => state === "waiting")) {
    try {
      const outcome = await makeMove(groupingId, move, actor, container)
      await delivery.settleGroupingMoves(groupingId, [outcome], new Date())
      counts[outcome.state]++
    } catch (error) {
      counts.waiting++
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `Order ${move.order_id} waits to be moved by proposal ${groupingId}: ${errorMessage(error)}`
        )
    }
  }
  forgetTours()
  return counts
}

async function makeMove(
  groupingId: string,
  move: StoredMove,
  actor: Actor,
  container: MedusaContainer
): Promise<MoveOutcome> {
  const { booking_id, order_id, from, to } = move
  const refused = (reason: string): MoveOutcome => ({
    booking_id,
    state: "refused",
    reason,
    told: null,
  })
  const slot = await deliveryService(container).retrieveActiveSlot({ order_id })
  if (!slot) {
    return refused(NO_SLOT)
  }
  if (slot.id !== to.slot_id) {
    try {
      await moveOrderSlotWorkflow(container).run({
        input: {
          order_id,
          slot_id: to.slot_id,
          from_slot_id: from.slot_id,
          by: "shop",
          actor,
        },
      })
    } catch (error) {
      const refusal = refusalSchema.safeParse(error)
      if (refusal.success) {
        return refused(refusal.data.message)
      }
      throw error
    }
  }
  const told = await tellCustomerOfMove(groupingId, move, container)
  return { booking_id, state: "moved", reason: null, told }
}
