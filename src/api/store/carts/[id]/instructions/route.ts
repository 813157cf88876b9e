import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { InstructionsResponse } from "../../../../../sdk/types"
import { retrieveInstructions } from "../../../../../workflows/instructions/read-instructions"
import { updateCartInstructionsWorkflow } from "../../../../../workflows/instructions/update-cart-instructions"
import { retrieveOwnCart } from "../../own-cart"
import { Refusal, refusalOf } from "../../refusal"
import { StorePostInstructionsType } from "../../validators"

/** What the customer wants done with the order and its lines. */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<InstructionsResponse>
) => {
  const { id } = await retrieveOwnCart(req)
  res.json({ instructions: await retrieveInstructions("cart", id, req.scope) })
}

/** Changes them; what is left out stays. 400 for a line of another cart, 409 once the order is placed. */
export const POST = async (
  req: MedusaStoreRequest<StorePostInstructionsType>,
  res: MedusaResponse<InstructionsResponse | Refusal>
) => {
  const { id } = await retrieveOwnCart(req)
  const { errors } = await updateCartInstructionsWorkflow(req.scope).run({
    input: { cart_id: id, change: req.validatedBody },
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
  res.json({ instructions: await retrieveInstructions("cart", id, req.scope) })
}
