import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { VisitorResponse } from "../../../../../sdk/types"
import { linkVisitorWorkflow } from "../../../../../workflows/activity/link-visitor"
import { releaseVisitorWorkflow } from "../../../../../workflows/activity/release-visitor"
import { StoreDeleteVisitorType, StorePostVisitorType } from "./validators"

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

/**
 * Says that the customer no longer uses the browser, before she logs out: what
 * comes after is nobody's. A client that takes a new id then needs no such call.
 */
export const DELETE = async (
  req: AuthenticatedMedusaRequest<unknown, StoreDeleteVisitorType>,
  res: MedusaResponse<VisitorResponse>
) => {
  const { anonymous_id } = req.validatedQuery as StoreDeleteVisitorType
  const { result } = await releaseVisitorWorkflow(req.scope).run({
    input: { anonymous_id, customer_id: req.auth_context.actor_id },
  })
  res.json({ visitor: result })
}
