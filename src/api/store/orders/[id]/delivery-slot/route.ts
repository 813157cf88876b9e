import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { OrderDeliveryResponse } from "../../../../../sdk/types"
import { retrieveOrderDelivery } from "../../../../../workflows/delivery/order-delivery"
import { moveOrderSlotWorkflow } from "../../../../../workflows/delivery/order-slot/move-order-slot"
import { orderSlotRefusalOf } from "../../../../order-slot-refusal"
import { Refusal } from "../../../../refusal"
import { retrieveOwnOrder } from "../../own-order"
import { StorePostOrderSlotType } from "../../validators"

/**
 * Moves the delivery into another slot that costs no more; nothing is paid back.
 * 409 when the slot is full, 422 when it cannot be had or the change is closed.
 */
export const POST = async (
  req: MedusaStoreRequest<StorePostOrderSlotType>,
  res: MedusaResponse<OrderDeliveryResponse | Refusal>
) => {
  const { order, actor } = await retrieveOwnOrder(req)
  const { errors } = await moveOrderSlotWorkflow(req.scope).run({
    input: {
      order_id: order.order_id,
      slot_id: req.validatedBody.slot_id,
      by: "customer",
      actor,
    },
    throwOnError: false,
  })
  if (errors.length) {
    const refusal = orderSlotRefusalOf(errors[0].error)
    if (!refusal) {
      throw errors[0].error
    }
    res.status(refusal.status).json(refusal.body)
    return
  }
  const found = await retrieveOrderDelivery(order.order_id, req.scope)
  res.json({ delivery: found?.delivery ?? null })
}
