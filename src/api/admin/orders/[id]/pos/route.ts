import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import type { AdminOrderPosResponse } from "../../../../../sdk/types"
import { retrieveOrderPos } from "../../../../../workflows/pos/order-pos"

/** How an order stands at each POS of its sales channel. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderPosResponse>
) => {
  res.json(await retrieveOrderPos(req.params.id, req.scope))
}
