import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { GroupingResponse } from "../../../../../../sdk/types"
import { retrieveGroupingDetail } from "../../../../../../workflows/delivery/grouping-detail"
import { dismissGroupingWorkflow } from "../../../../../../workflows/delivery/groupings"

/** Puts a proposal aside; nothing moves. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<GroupingResponse>
) => {
  const { id } = req.params
  await dismissGroupingWorkflow(req.scope).run({
    input: { id, actor: actorFromRequest(req) },
  })
  res.json({ grouping: await retrieveGroupingDetail(id, req.scope) })
}
