import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { GroupingResponse } from "../../../../../sdk/types"
import { retrieveGroupingDetail } from "../../../../../workflows/delivery/grouping-detail"

/** A proposal with its moves; once accepted, with what became of each. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<GroupingResponse>
) => {
  res.json({ grouping: await retrieveGroupingDetail(req.params.id, req.scope) })
}
