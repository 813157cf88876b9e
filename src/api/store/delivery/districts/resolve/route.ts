import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { ResolveDistrictResponse } from "../../../../../sdk/types"
import { resolveDistrict } from "../../../../../workflows/delivery/resolve-district"
import { StoreResolveDistrictType } from "../../validators"

/** The district of an address that a visitor types, before there is a cart. */
export const GET = async (
  req: MedusaRequest<unknown, StoreResolveDistrictType>,
  res: MedusaResponse<ResolveDistrictResponse>
) => {
  const query = req.validatedQuery as StoreResolveDistrictType
  res.json({ district: await resolveDistrict(query, req.scope) })
}
