import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type {
  ListGroupingsResponse,
  ProposeGroupingResponse,
} from "../../../../sdk/types"
import {
  retrieveGroupingDetail,
  toAdminGrouping,
} from "../../../../workflows/delivery/grouping-detail"
import { deliveryService } from "../../../../workflows/delivery/module"
import { proposeGroupingWorkflow } from "../../../../workflows/delivery/propose-grouping"
import { AdminGetGroupingsType, AdminProposeGroupingType } from "./validators"

/** Proposals to group deliveries, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ListGroupingsResponse>
) => {
  const page = req.validatedQuery as AdminGetGroupingsType
  const { limit, offset } = page
  const { rows, count } = await deliveryService(req.scope).pageGroupings(page)
  res.json({ groupings: rows.map(toAdminGrouping), count, offset, limit })
}

/**
 * Proposes which deliveries of a span of days to move, so that districts are
 * driven together; `grouping` is null when nothing is to be gained. Undecided
 * proposals over the same days are dismissed. Nothing moves yet.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminProposeGroupingType>,
  res: MedusaResponse<ProposeGroupingResponse>
) => {
  const { result } = await proposeGroupingWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor: actorFromRequest(req) },
  })
  const { grouping_id, reason } = result
  res.json({
    grouping: grouping_id
      ? await retrieveGroupingDetail(grouping_id, req.scope)
      : null,
    reason,
  })
}
