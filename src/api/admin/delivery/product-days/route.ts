import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ListProductDaysResponse } from "../../../../sdk/types"
import { listProductDays } from "../../../../workflows/delivery/product-days"
import { AdminGetProductDaysType } from "./validators"

/** How many of which product to make on which day, and what can still be sold. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListProductDaysResponse>
) => {
  const query = req.validatedQuery as AdminGetProductDaysType
  res.json(await listProductDays(query, new Date(), req.scope))
}
