import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { RouteResponse } from "../../../../../../sdk/types"
import { retrieveRouteDetail } from "../../../../../../workflows/delivery/route-detail"
import { cancelDeliveryRouteWorkflow } from "../../../../../../workflows/delivery/routes"

/** Calls a route off; what is open of it can be planned again. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RouteResponse>
) => {
  const { id } = req.params
  await cancelDeliveryRouteWorkflow(req.scope).run({
    input: { route_id: id, actor: actorFromRequest(req) },
  })
  res.json({ route: await retrieveRouteDetail(id, req.scope) })
}
