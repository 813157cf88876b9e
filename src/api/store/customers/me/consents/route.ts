import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ConsentsResponse } from "../../../../../sdk/types"
import { activityService } from "../../../../../workflows/activity/module"
import { recordConsentsWorkflow } from "../../../../../workflows/activity/record-consents"
import { StorePostConsentsType } from "./validators"

/** What the customer who is logged in agreed to and refused. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ConsentsResponse>
) => {
  res.json({
    consents: await activityService(req.scope).listConsents(
      req.auth_context.actor_id
    ),
  })
}

/**
 * Keeps what the customer agrees to and refuses; what is left out stays. What is
 * said about analytics holds at once, in every browser that she uses.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<StorePostConsentsType>,
  res: MedusaResponse<ConsentsResponse>
) => {
  const { result } = await recordConsentsWorkflow(req.scope).run({
    input: {
      customer_id: req.auth_context.actor_id,
      consents: req.validatedBody.consents,
    },
  })
  res.json({ consents: result })
}
