import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { LoyaltyAccountResponse } from "../../../../../sdk/types"
import { retrieveLoyaltyAccount } from "../../../../../workflows/loyalty/account"
import { knownCustomerId } from "../known-customer"

/** A customer's points; zeros for one who never had any. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<LoyaltyAccountResponse>
) => {
  const customerId = await knownCustomerId(req)
  res.json({ account: await retrieveLoyaltyAccount(customerId, req.scope) })
}
