import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../lib/actor"
import type { AdminOrderSlotResponse } from "../../../../../sdk/types"
import { chooseOrderSlotWorkflow } from "../../../../../workflows/delivery/order-slot/choose-order-slot"
import { moveOrderSlotWorkflow } from "../../../../../workflows/delivery/order-slot/move-order-slot"
import { retrieveOrderSlot } from "../../../../../workflows/delivery/order-slot/order-slot"
import { releaseOrderSlotWorkflow } from "../../../../../workflows/delivery/order-slot/release-order-slot"
import { orderSlotRefusalOf } from "../../../../order-slot-refusal"
import { Refusal } from "../../../../refusal"
import { AdminSetOrderSlotType } from "../../validators"

type Answer = MedusaResponse<AdminOrderSlotResponse | Refusal>

/** The slot of an order or a draft, and whether it should have one. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderSlotResponse>
) => {
  res.json(await retrieveOrderSlot(req.params.id, req.scope))
}

/**
 * Chooses a slot for an order, or moves it into another one. `force` goes past
 * the cut-off, never past what the slot holds. 409 when it is full, 422 when the
 * order is on a driver's route or the slot is not for its address.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSetOrderSlotType>,
  res: Answer
) => {
  const order_id = req.params.id
  const { slot_id, force } = req.validatedBody
  const actor = actorFromRequest(req)
  const { delivery_slot } = await retrieveOrderSlot(order_id, req.scope)
  const input = { order_id, slot_id, after_cutoff: force, actor }
  const { errors } = delivery_slot
    ? await moveOrderSlotWorkflow(req.scope).run({
        input: { ...input, by: "shop" },
        throwOnError: false,
      })
    : await chooseOrderSlotWorkflow(req.scope).run({
        input,
        throwOnError: false,
      })
  await answer(errors, req, res)
}

/** Takes the slot from an order: it waits for another one. */
export const DELETE = async (req: AuthenticatedMedusaRequest, res: Answer) => {
  const { errors } = await releaseOrderSlotWorkflow(req.scope).run({
    input: { order_id: req.params.id, actor: actorFromRequest(req) },
    throwOnError: false,
  })
  await answer(errors, req, res)
}

async function answer(
  errors: { error: unknown }[],
  req: AuthenticatedMedusaRequest,
  res: Answer
): Promise<void> {
  if (!errors.length) {
    res.json(await retrieveOrderSlot(req.params.id, req.scope))
    return
  }
  const refusal = orderSlotRefusalOf(errors[0].error)
  if (!refusal) {
    throw errors[0].error
  }
  res.status(refusal.status).json(refusal.body)
}
