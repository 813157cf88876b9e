import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { LoyaltyAccountResponse } from "../../../../../sdk/types"
import { retrieveLoyaltyAccount } from "../../../../../workflows/loyalty/account"

/** The points of the customer who is logged in. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<LoyaltyAccountResponse>
) => {
  res.json({
    account: await retrieveLoyaltyAccount(req.auth_context.actor_id, req.scope),
  })
}
