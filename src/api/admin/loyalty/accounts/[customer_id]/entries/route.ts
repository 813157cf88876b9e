import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { AdminListLoyaltyEntriesResponse } from "../../../../../../sdk/types"
import { pageAdminLoyaltyEntries } from "../../../../../../workflows/loyalty/entries"
import { AdminGetLoyaltyEntriesType } from "../../../validators"
import { knownCustomerId } from "../../known-customer"

/** What a customer earned and lost, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminListLoyaltyEntriesResponse>
) => {
  const { limit, offset } = req.validatedQuery as AdminGetLoyaltyEntriesType
  const customerId = await knownCustomerId(req)
  const page = await pageAdminLoyaltyEntries(
    customerId,
    { limit, offset },
    req.scope
  )
  res.json({ ...page, limit, offset })
}
