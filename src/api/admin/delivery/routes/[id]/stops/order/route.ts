import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../../lib/actor"
import type { RouteResponse } from "../../../../../../../sdk/types"
import { retrieveRouteDetail } from "../../../../../../../workflows/delivery/route-detail"
import { orderRouteStopsWorkflow } from "../../../../../../../workflows/delivery/routes"
import { AdminOrderStopsType } from "../../../validators"

/** Puts the open stops of a route into another order. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminOrderStopsType>,
  res: MedusaResponse<RouteResponse>
) => {
  const { id } = req.params
  await orderRouteStopsWorkflow(req.scope).run({
    input: {
      route_id: id,
      stop_ids: req.validatedBody.stop_ids,
      actor: actorFromRequest(req),
    },
  })
  res.json({ route: await retrieveRouteDetail(id, req.scope) })
}
