import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ListLoyaltyEntriesResponse } from "../../../../../../sdk/types"
import { pageLoyaltyEntries } from "../../../../../../workflows/loyalty/entries"
import { StoreGetLoyaltyEntriesType } from "../validators"

/** What the customer who is logged in earned and lost, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListLoyaltyEntriesResponse>
) => {
  const { limit, offset } = req.validatedQuery as StoreGetLoyaltyEntriesType
  const page = await pageLoyaltyEntries(
    req.auth_context.actor_id,
    { limit, offset },
    req.scope
  )
  res.json({ ...page, limit, offset })
}
