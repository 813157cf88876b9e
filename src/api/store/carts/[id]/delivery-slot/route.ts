import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { HoldSlotResponse } from "../../../../../sdk/types"
import { holdDeliverySlotWorkflow } from "../../../../../workflows/delivery/hold-delivery-slot"
import { releaseDeliverySlotWorkflow } from "../../../../../workflows/delivery/release-delivery-slot"
import { retrieveOwnCart } from "../../own-cart"
import { Refusal, refusalOf } from "../../refusal"
import { StorePostDeliverySlotType } from "../../validators"

/** Keeps a place for the cart. 409 when the slot is full, 422 when it is closed or not of this address. */
export const POST = async (
  req: MedusaStoreRequest<StorePostDeliverySlotType>,
  res: MedusaResponse<HoldSlotResponse | Refusal>
) => {
  await retrieveOwnCart(req)
  const { result, errors } = await holdDeliverySlotWorkflow(req.scope).run({
    input: { cart_id: req.params.id, slot_id: req.validatedBody.slot_id },
    throwOnError: false,
  })
  if (errors.length) {
    const refusal = refusalOf(errors[0].error)
    if (!refusal) {
      throw errors[0].error
    }
    res.status(refusal.status).json(refusal.body)
    return
  }
  res.json({
    hold: {
      slot_id: result.slot_id,
      expires_at: new Date(result.expires_at ?? 0).toISOString(),
    },
  })
}

/** Gives the cart's place back. */
export const DELETE = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<{ id: string; object: "delivery_slot"; deleted: boolean }>
) => {
  await retrieveOwnCart(req)
  const { result } = await releaseDeliverySlotWorkflow(req.scope).run({
    input: { cart_id: req.params.id },
  })
  res.json({
    id: req.params.id,
    object: "delivery_slot",
    deleted: result.released,
  })
}
