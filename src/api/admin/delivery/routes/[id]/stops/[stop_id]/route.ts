import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../../lib/actor"
import type { RouteResponse } from "../../../../../../../sdk/types"
import { retrieveRouteDetail } from "../../../../../../../workflows/delivery/route-detail"
import { removeRouteStopWorkflow } from "../../../../../../../workflows/delivery/routes"

/** Takes an open stop off its route; its booking can be planned again. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RouteResponse>
) => {
  const { id, stop_id } = req.params
  await removeRouteStopWorkflow(req.scope).run({
    input: { route_id: id, stop_id, actor: actorFromRequest(req) },
  })
  res.json({ route: await retrieveRouteDetail(id, req.scope) })
}
