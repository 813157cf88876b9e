import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { RouteResponse } from "../../../../../../sdk/types"
import { retrieveRouteDetail } from "../../../../../../workflows/delivery/route-detail"
import { addRouteStopWorkflow } from "../../../../../../workflows/delivery/routes"
import { AdminAddStopType } from "../../validators"

/** Appends a booking that is on no route. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAddStopType>,
  res: MedusaResponse<RouteResponse>
) => {
  const { id } = req.params
  await addRouteStopWorkflow(req.scope).run({
    input: {
      route_id: id,
      booking_id: req.validatedBody.booking_id,
      actor: actorFromRequest(req),
    },
  })
  res.json({ route: await retrieveRouteDetail(id, req.scope) })
}
