import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../../lib/actor"
import { getCurrentOptions } from "../../../../lib/current-options"
import type { MovedBooking } from "../../../../modules/delivery/parts/rebooking"
import { demandIn } from "../../goods"
import { deliveryService } from "../../module"
import { checkSlotOfOrder, ChosenBy } from "./check-slot"

export type MoveBookingInput = {
  order_id: string
  slot_id: string
  /** Only out of this slot. */
  from_slot_id?: string
  by: ChosenBy
  after_cutoff?: boolean
  actor: Actor
}

/**
 * Moves an order's booking into another slot; null when it has that slot.
 * Undone, it is back where it was if the place there is still free. If somebody
 * took it meanwhile the change stands: it is in `delivery_move`, and the
 * reconciler tells of it.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
 */
export const moveBookingStep = createStep(
  "move-booking",
  async (input: MoveBookingInput, { container }) => {
    const now = new Date()
    const { order, slot } = await checkSlotOfOrder(input, now, container)
    const moved = await deliveryService(container).moveBooking({
      ...input,
      demand: demandIn(slot, order),
      tracking_days: getCurrentOptions().delivery.trackingDays,
      now,
    })
    return new StepResponse<MovedBooking | null, MovedBooking | null>(
      moved,
      moved
    )
  },
  async (moved, { container }) => {
    if (
      moved &&
      !(await deliveryService(container).undoMove(moved, new Date()))
    ) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `Order ${moved.order_id} stays in delivery slot ${moved.to_slot_id}: its place in ${moved.from_slot_id} is taken, or the booking has changed since.`
        )
    }
  }
)
