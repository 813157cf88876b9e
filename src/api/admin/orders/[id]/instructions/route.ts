import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { InstructionsResponse } from "../../../../../sdk/types"
import { retrieveInstructions } from "../../../../../workflows/instructions/read-instructions"

/** What the customer wants done with an order and its lines. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<InstructionsResponse>
) => {
  res.json({
    instructions: await retrieveInstructions("order", req.params.id, req.scope),
  })
}
