import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { VisitorResponse } from "../../../../../sdk/types"
import { linkVisitorWorkflow } from "../../../../../workflows/activity/link-visitor"
import { StorePostVisitorType } from "./validators"

/**
 * Joins the browser to the customer whose session the request carries: the one
 * proof there is that both belong together.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<StorePostVisitorType>,
  res: MedusaResponse<VisitorResponse>
) => {
  const { result } = await linkVisitorWorkflow(req.scope).run({
    input: {
      anonymous_id: req.validatedBody.anonymous_id,
      customer_id: req.auth_context.actor_id,
    },
  })
  res.json({ visitor: result })
}
