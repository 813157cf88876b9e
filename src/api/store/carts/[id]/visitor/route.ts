import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { CartVisitorResponse } from "../../../../../sdk/types"
import { updateCartVisitorWorkflow } from "../../../../../workflows/activity/update-cart-visitor"
import { retrieveOwnCart } from "../../own-cart"
import { Refusal, refusalOf } from "../../refusal"
import { StorePostCartVisitorType } from "./validators"

/** Notes the browser a cart is filled in; 409 once the order is placed. */
export const POST = async (
  req: MedusaStoreRequest<StorePostCartVisitorType>,
  res: MedusaResponse<CartVisitorResponse | Refusal>
) => {
  const { id } = await retrieveOwnCart(req)
  const { anonymous_id } = req.validatedBody
  const { errors } = await updateCartVisitorWorkflow(req.scope).run({
    input: { cart_id: id, anonymous_id },
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
  res.json({ visitor: { cart_id: id, anonymous_id } })
}
