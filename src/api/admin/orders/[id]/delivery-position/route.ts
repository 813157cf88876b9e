import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../lib/actor"
import type { AdminOrderPositionResponse } from "../../../../../sdk/types"
import { retrieveOrderPosition } from "../../../../../workflows/delivery/order-position"
import { setOrderPositionWorkflow } from "../../../../../workflows/delivery/set-order-position"
import { AdminSetOrderPositionType } from "./validators"

/** Where an order is delivered to, how that is known, and in which district it is. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderPositionResponse>
) => {
  res.json({ position: await retrieveOrderPosition(req.params.id, req.scope) })
}

/** Puts a pin there. The booking stays: the answer says when the pin is in another district. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSetOrderPositionType>,
  res: MedusaResponse<AdminOrderPositionResponse>
) => {
  const { id } = req.params
  await setOrderPositionWorkflow(req.scope).run({
    input: {
      order_id: id,
      point: req.validatedBody,
      actor: actorFromRequest(req),
    },
  })
  res.json({ position: await retrieveOrderPosition(id, req.scope) })
}
