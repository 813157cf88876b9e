import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../lib/actor"
import type { RouteResponse } from "../../../../../sdk/types"
import { retrieveRouteDetail } from "../../../../../workflows/delivery/route-detail"
import { assignDeliveryRouteWorkflow } from "../../../../../workflows/delivery/routes"
import { AdminAssignRouteType } from "../validators"

/** A route with its stops, in the order they are driven. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RouteResponse>
) => {
  res.json({ route: await retrieveRouteDetail(req.params.id, req.scope) })
}

/** Gives a route that is not started to another driver, who gets a new link. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAssignRouteType>,
  res: MedusaResponse<RouteResponse>
) => {
  const { id } = req.params
  await assignDeliveryRouteWorkflow(req.scope).run({
    input: {
      route_id: id,
      driver_id: req.validatedBody.driver_id,
      actor: actorFromRequest(req),
    },
  })
  res.json({ route: await retrieveRouteDetail(id, req.scope) })
}
