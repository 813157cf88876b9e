import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { RouteResponse } from "../../../../../../sdk/types"
import { retrieveRouteDetail } from "../../../../../../workflows/delivery/route-detail"
import { setRouteLinkWorkflow } from "../../../../../../workflows/delivery/routes"

async function setLink(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RouteResponse>,
  revoke: boolean
): Promise<void> {
  const { id } = req.params
  await setRouteLinkWorkflow(req.scope).run({
    input: { route_id: id, revoke, actor: actorFromRequest(req) },
  })
  res.json({ route: await retrieveRouteDetail(id, req.scope) })
}

/** Gives a published route a new driver's link; the one before stops working. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RouteResponse>
) => setLink(req, res, false)

/** Takes the driver's link of a route away. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RouteResponse>
) => setLink(req, res, true)
