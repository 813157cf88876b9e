import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ExplainDistrictResponse } from "../../../../../sdk/types"
import { explainDistrict } from "../../../../../workflows/delivery/explain-district"
import { StoreResolveDistrictType } from "../../../../store/delivery/validators"

/** The district of a point or an address as a checkout finds it, and why. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ExplainDistrictResponse>
) => {
  const query = req.validatedQuery as StoreResolveDistrictType
  res.json(await explainDistrict(query, req.scope))
}
