import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../../lib/actor"
import type { AdminOrderPosResponse } from "../../../../../../../sdk/types"
import { retrieveOrderPos } from "../../../../../../../workflows/pos/order-pos"
import { sendPosOrderAgainWorkflow } from "../../../../../../../workflows/pos/send-again"

/** Sends an order to its POS that was given up, held or skipped; 400 with the reason when it still cannot be. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderPosResponse>
) => {
  const { id, pos_order_id } = req.params
  await sendPosOrderAgainWorkflow(req.scope).run({
    input: { id: pos_order_id, order_id: id, actor: actorFromRequest(req) },
  })
  res.json(await retrieveOrderPos(id, req.scope))
}
