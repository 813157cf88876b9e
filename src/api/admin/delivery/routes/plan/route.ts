import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../lib/actor"
import type { PlanRoutesResponse } from "../../../../../sdk/types"
import { planRoutesWorkflow } from "../../../../../workflows/delivery/plan-routes"
import { retrieveRouteDetail } from "../../../../../workflows/delivery/route-detail"
import { AdminPlanRoutesType } from "../validators"

/**
 * Proposes the route of a day as a draft, which replaces what earlier drafts
 * had of the same bookings. Published routes stay as they are.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPlanRoutesType>,
  res: MedusaResponse<PlanRoutesResponse>
) => {
  const { result } = await planRoutesWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor: actorFromRequest(req) },
  })
  const { route_id, unassigned } = result
  res.json({
    proposal: {
      date: req.validatedBody.date,
      routes: route_id ? [await retrieveRouteDetail(route_id, req.scope)] : [],
      unassigned,
    },
  })
}
