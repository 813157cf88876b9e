import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { RouteResponse } from "../../../../../../sdk/types"
import { retrieveRouteDetail } from "../../../../../../workflows/delivery/route-detail"
import { publishDeliveryRouteWorkflow } from "../../../../../../workflows/delivery/routes"

/** Gives a draft to its driver; the answer holds the driver's link. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RouteResponse>
) => {
  const { id } = req.params
  await publishDeliveryRouteWorkflow(req.scope).run({
    input: { route_id: id, actor: actorFromRequest(req) },
  })
  res.json({ route: await retrieveRouteDetail(id, req.scope) })
}
