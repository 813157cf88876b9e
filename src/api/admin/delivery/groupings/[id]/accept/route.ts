import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { GroupingResponse } from "../../../../../../sdk/types"
import { retrieveGroupingDetail } from "../../../../../../workflows/delivery/grouping-detail"
import { acceptGroupingWorkflow } from "../../../../../../workflows/delivery/groupings"
import { AdminAcceptGroupingType } from "../../validators"

/**
 * Makes the moves of a proposal, all or those of `booking_ids`. A move that is
 * no longer possible is left and says why. Accepted again, it changes nothing.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAcceptGroupingType>,
  res: MedusaResponse<GroupingResponse>
) => {
  const { id } = req.params
  await acceptGroupingWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, actor: actorFromRequest(req) },
  })
  res.json({ grouping: await retrieveGroupingDetail(id, req.scope) })
}
