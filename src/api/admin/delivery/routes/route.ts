import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { ListRoutesResponse } from "../../../../sdk/types"
import { listRoutes } from "../../../../workflows/delivery/list-routes"
import { AdminGetRoutesType } from "./validators"

/** Routes, newest day first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListRoutesResponse>
) => {
  const { limit, offset, ...filter } = req.validatedQuery as AdminGetRoutesType
  const { routes, count } = await listRoutes(
    filter,
    { limit, offset },
    req.scope
  )
  res.json({ routes, count, offset, limit })
}
