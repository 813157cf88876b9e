import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import type { InstructionsResponse } from "../../../../../sdk/types"
import { retrieveInstructions } from "../../../../../workflows/instructions/read-instructions"

/**
 * What the customer asked for with an order. Access is that of Medusa's own
 * `GET /store/orders/:id`: whoever knows the id.
 */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<InstructionsResponse>
) => {
  res.json({
    instructions: await retrieveInstructions("order", req.params.id, req.scope),
  })
}
