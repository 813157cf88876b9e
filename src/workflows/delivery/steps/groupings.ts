import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../lib/actor"
import type { StoredMove } from "../../../modules/delivery/domain/grouping-moves"
import { makeGroupedMoves } from "../make-grouped-moves"
import { deliveryService } from "../module"

/** Keeps a proposal; undecided ones over the same days make way. */
export const saveGroupingStep = createStep(
  "save-grouping",
  async (
    grouping: {
      starts_on: string
      ends_on: string
      metres_before: number
      metres_after: number
      moves: StoredMove[]
    },
    { container }
  ) => {
    const saved = await deliveryService(container).proposeGrouping(
      grouping,
      new Date()
    )
    const { id } = saved.grouping
    return new StepResponse({ id }, { id, dismissed: saved.dismissed })
  },
  async (saved, { container }) => {
    if (saved) {
      await deliveryService(container).withdrawGrouping(
        saved.id,
        saved.dismissed,
        new Date()
      )
    }
  }
)

/** Accepts a proposal; from then on its moves wait to be made. */
export const acceptGroupingStep = createStep(
  "accept-grouping",
  async (
    { id, booking_ids }: { id: string; booking_ids?: string[] },
    { container }
  ) => {
    const delivery = deliveryService(container)
    const accepted = await delivery.acceptGrouping(id, booking_ids, new Date())
    const { moves } = await delivery.retrieveGrouping(id)
    const waiting = moves.filter(({ state }) => state === "waiting")
    return new StepResponse(
      { accepted, moves: waiting.length },
      accepted ? id : null
    )
  },
  async (id, { container }) => {
    if (id) {
      await deliveryService(container).unacceptGrouping(id, new Date())
    }
  }
)

/** Makes the moves that wait. There is nothing to undo: each is a change of its own, and stands. */
export const makeGroupedMovesStep = createStep(
  "make-grouped-moves",
  async ({ id, actor }: { id: string; actor: Actor }, { container }) =>
    new StepResponse(await makeGroupedMoves(id, actor, container))
)

/** Puts a proposal aside. */
export const dismissGroupingStep = createStep(
  "dismiss-grouping",
  async ({ id }: { id: string }, { container }) => {
    const dismissed = await deliveryService(container).dismissGrouping(
      id,
      new Date()
    )
    return new StepResponse({ dismissed }, dismissed ? id : null)
  },
  async (id, { container }) => {
    if (id) {
      await deliveryService(container).undismissGrouping(id, new Date())
    }
  }
)
